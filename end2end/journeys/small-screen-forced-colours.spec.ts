// The main flow works on the smallest screen and in forced colours.
import { mainFlow } from '../fixtures/main-flow';
import { test } from '../fixtures/test';

test.use({ viewport: { width: 320, height: 568 }, contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });
test.setTimeout(300_000);

test('the main flow at 320 pixels in forced colours', async ({ page }) => {
    await mainFlow(page, { seed: 5, onBehalf: 'myself', js: true });
});

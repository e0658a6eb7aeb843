// On the smallest screen, in colours of the person's own: everything can still be done.
import { mainFlow } from '../fixtures/main-flow';
import { test } from '../fixtures/test';

test.use({ viewport: { width: 320, height: 568 }, contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });
test.setTimeout(300_000);

test('the whole way at 320 pixels in forced colours', async ({ page }) => {
    await mainFlow(page, { seed: 5, onBehalf: 'myself', js: true });
});

import { askForCare } from '../fixtures/main-flow';
import { test } from '../fixtures/test';

test.setTimeout(180_000);

test('start, save for later, come back, send, download', async ({ page }) => {
    await askForCare(page, { seed: 1, who: 'myself', js: false });
});

import { mainFlow } from '../fixtures/main-flow';
import { test } from '../fixtures/test';

test.setTimeout(180_000);

test('start, save for later, come back, send, download', async ({ page }) => {
    await mainFlow(page, { seed: 1, onBehalf: 'myself', js: false });
});

// The main flow in Welsh, without JavaScript.
import { setLanguage } from '../fixtures/i18n';
import { mainFlow } from '../fixtures/main-flow';
import { test } from '../fixtures/test';

test.use({ locale: 'cy' });
test.setTimeout(300_000);

test('start, save for later, come back, send, download, in Welsh @long', async ({ page }) => {
    setLanguage(page, 'cy');
    await mainFlow(page, { seed: 7, onBehalf: 'myself', js: false });
});

// The whole way in Welsh, without scripts.
import { readIn } from '../fixtures/i18n';
import { askForCare } from '../fixtures/main-flow';
import { test } from '../fixtures/test';

test.use({ locale: 'cy' });
test.setTimeout(300_000);

test('start, save for later, come back, send, download, in Welsh @long', async ({ page }) => {
    readIn(page, 'cy');
    await askForCare(page, { seed: 7, who: 'myself', js: false });
});

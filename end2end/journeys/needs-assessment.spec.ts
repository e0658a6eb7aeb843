import { askForCare } from '../fixtures/main-flow';
import { test } from '../fixtures/test';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

for (const [seed, who, when] of [
    [1, 'myself', ''],
    [2, 'someone-else', ' @long'],
] as const) {
    test(`${who}: start, save for later, come back, send, download${when}`, async ({ page }) => {
        await askForCare(page, { seed, who, js: true });
    });
}

import { mainFlow } from '../fixtures/main-flow';
import { test } from '../fixtures/test';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

for (const [seed, onBehalf, tag] of [
    [1, 'myself', ''],
    [2, 'someone-else', ' @long'],
] as const) {
    test(`${onBehalf}: start, save for later, come back, send, download${tag}`, async ({ page }) => {
        await mainFlow(page, { seed, onBehalf, js: true });
    });
}

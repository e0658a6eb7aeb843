// The main flow works on the smallest screen and in forced colours, and nothing is wider than a phone with large text.
import type { Page } from '@playwright/test';
import { createAccount } from '../fixtures/account';
import { mainFlow } from '../fixtures/main-flow';
import { startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

test.use({ viewport: { width: 320, height: 568 }, contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });
test.setTimeout(300_000);

test('the main flow at 320 pixels in forced colours', async ({ page }) => {
    await mainFlow(page, { seed: 5, onBehalf: 'myself', js: true });
});

/** What is wider than the screen with text of twice the size. */
const tooWide = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        const isWide = (element: Element) => element.getBoundingClientRect().right > clientWidth + 0.5;
        return [...document.querySelectorAll('body *')].filter(isWide).map((element) => `${element.tagName}.${element.className}`);
    });

test('a very long name and text of twice the size fit a phone', async ({ page }) => {
    await createAccount(page, { first: 'Wolfeschlegelsteinhausenbergerdorff', last: 'Llanfairpwllgwyngyllgogerychwyrndrobwll' });
    const draft = await startForm(page, 'Ask for care and support');
    for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 740 });
        for (const path of ['/', '/help-me-choose', `${draft}/your-details`, '/account', '/recover', draft, `${draft}/check`, '/cookies']) {
            await page.goto(path);
            expect.soft(await tooWide(page), `${path} at ${width} px`).toEqual([]);
        }
    }
});

// A wait of more than a second says what it is for, and nothing on the page moves.
import type { Page, Route } from '@playwright/test';
import { createAccount } from '../fixtures/account';
import { waitForIsland, input, startForm } from '../fixtures/page';
import { prefillForm } from '../fixtures/prefill';
import { expect, test } from '../fixtures/test';

const SAVE = '**/api/drafts/save-page';
const PHONE = { width: 360, height: 740 };

const line = (page: Page) => page.locator('.care-saved');
const top = async (page: Page, button: string) => (await page.getByRole('button', { name: button }).boundingBox())?.y;

/** Answers to what is asked, when they are let go. */
function held(): { hold: (route: Route) => Promise<void>; letGo: () => void } {
    let letGo = () => {};
    const slow = new Promise<void>((done) => (letGo = done));
    return { hold: async (route) => slow.then(() => route.continue()), letGo };
}

test('saving on the side says so when it takes long, and what it came to', async ({ page, browserErrors }) => {
    browserErrors.allow(/save-page/);
    await page.setViewportSize(PHONE);
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/about-you`);
    await waitForIsland(page);
    await input(page, 'about_me').scrollIntoViewIfNeeded();
    const before = await top(page, 'Continue');

    const { hold, letGo } = held();
    await page.route(SAVE, hold);
    await input(page, 'about_me').fill('The signal is poor here');
    await expect(line(page)).toHaveText('Saving…');
    expect(await top(page, 'Continue')).toBe(before);
    letGo();
    await expect(line(page)).toHaveText(/^\s*Saved today at \d/);
    expect(await top(page, 'Continue')).toBe(before);

    await page.unroute(SAVE);
    await page.route(SAVE, (route) => route.abort('connectionfailed'));
    await input(page, 'about_me').fill('The signal is gone');
    await expect(line(page)).toHaveText('Not saved yet. What you typed is still on this page.');
    expect(await top(page, 'Continue')).toBe(before);
    await page.unroute(SAVE);
    await input(page, 'about_me').fill('The signal is back');
    await expect(line(page)).toHaveText(/^\s*Saved today at \d/);
});

test('a form that is long on its way says so', async ({ page }) => {
    await createAccount(page);
    const draft = await prefillForm(page);
    await page.goto(`${draft}/check`);
    // Playwright looks at no page that is being left: it writes down itself what it says.
    await line(page).evaluate((saved) => {
        const button = document.querySelector<HTMLElement>('.care-form-end button');
        const before = button?.offsetTop;
        const observer = new MutationObserver(() => {
            sessionStorage.setItem('said', JSON.stringify([saved.textContent?.trim(), button?.offsetTop === before]));
            observer.disconnect();
        });
        observer.observe(saved, { childList: true, subtree: true });
    });
    const { hold, letGo } = held();
    await page.route('**/api/drafts/submit', hold);
    await page.getByRole('button', { name: 'Submit form' }).click({ noWaitAfter: true });
    setTimeout(letGo, 1500);
    await expect(page).toHaveURL(/\/sent$/);
    expect(JSON.parse((await page.evaluate(() => sessionStorage.getItem('said'))) ?? '[]')).toEqual(['Sending your form…', true]);
});

// A request that takes more than a second shows a status message, and the layout doesn't shift.
import type { Page, Route } from '@playwright/test';
import { createAccount } from '../fixtures/account';
import { waitForIsland, input, startForm } from '../fixtures/page';
import { prefillForm } from '../fixtures/prefill';
import { expect, test } from '../fixtures/test';

const SAVE = '**/api/drafts/save-page';
const PHONE = { width: 360, height: 740 };

const status = (page: Page) => page.locator('.care-saved');
const topOf = async (page: Page, button: string) => (await page.getByRole('button', { name: button }).boundingBox())?.y;

/** Holds requests until they are released. */
function holdRequests(): { hold: (route: Route) => Promise<void>; release: () => void } {
    let release = () => {};
    const released = new Promise<void>((done) => (release = done));
    return { hold: async (route) => released.then(() => route.continue()), release };
}

test('a slow autosave shows that it is saving, and then the result', async ({ page, browserErrors }) => {
    browserErrors.allow(/save-page/);
    await page.setViewportSize(PHONE);
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/about-you`);
    await waitForIsland(page);
    await input(page, 'about_me').scrollIntoViewIfNeeded();
    const before = await topOf(page, 'Continue');

    const { hold, release } = holdRequests();
    await page.route(SAVE, hold);
    await input(page, 'about_me').fill('The signal is poor here');
    await expect(status(page)).toHaveText('Saving…');
    expect(await topOf(page, 'Continue')).toBe(before);
    release();
    await expect(status(page)).toHaveText(/^\s*Saved today at \d/);
    expect(await topOf(page, 'Continue')).toBe(before);

    await page.unroute(SAVE);
    await page.route(SAVE, (route) => route.abort('connectionfailed'));
    await input(page, 'about_me').fill('The signal is gone');
    await expect(status(page)).toHaveText('Not saved yet. What you typed is still on this page.');
    expect(await topOf(page, 'Continue')).toBe(before);
    await page.unroute(SAVE);
    await input(page, 'about_me').fill('The signal is back');
    await expect(status(page)).toHaveText(/^\s*Saved today at \d/);
});

test('a slow submission shows that the form is being sent', async ({ page }) => {
    await createAccount(page);
    const draft = await prefillForm(page);
    await page.goto(`${draft}/check`);
    // Playwright can't inspect a page during navigation, so the page records the status message itself.
    await status(page).evaluate((saved) => {
        const button = document.querySelector<HTMLElement>('.care-form-end button');
        const before = button?.offsetTop;
        const observer = new MutationObserver(() => {
            sessionStorage.setItem('status', JSON.stringify([saved.textContent?.trim(), button?.offsetTop === before]));
            observer.disconnect();
        });
        observer.observe(saved, { childList: true, subtree: true });
    });
    const { hold, release } = holdRequests();
    await page.route('**/api/drafts/submit', hold);
    await page.getByRole('button', { name: 'Submit form' }).click({ noWaitAfter: true });
    setTimeout(release, 1500);
    await expect(page).toHaveURL(/\/sent$/);
    expect(JSON.parse((await page.evaluate(() => sessionStorage.getItem('status'))) ?? '[]')).toEqual(['Sending your form…', true]);
});

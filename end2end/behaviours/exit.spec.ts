// Leaving a page quickly, for somebody who may be watched.
import type { Page } from '@playwright/test';
import { createAccount } from '../fixtures/account';
import { heading, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const ELSEWHERE = 'https://www.bbc.co.uk/weather';

/** A page about safety, open; and a page about the weather that answers without a network. */
async function somewhereSafe(page: Page): Promise<string> {
    await page.route(`${ELSEWHERE}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
    await createAccount(page);
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/your-safety`);
    return draft;
}

async function expectGone(page: Page): Promise<void> {
    await page.waitForURL(ELSEWHERE);
    await page.goBack();
    await expect(heading(page)).toHaveText('Sign in');
}

test('the button leads away, and the way back shows nothing', async ({ page }) => {
    await somewhereSafe(page);
    await page.getByRole('button', { name: 'Emergency Exit this page' }).click();
    await expectGone(page);
});

test('so does Shift pressed three times, with a word on the way', async ({ page }) => {
    await somewhereSafe(page);
    await page.keyboard.press('Shift');
    await expect(page.getByText('Shift, press 2 more times to exit.')).toBeAttached();
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await expectGone(page);
});

test('a keyboard meets it first on the page', async ({ page }) => {
    await somewhereSafe(page);
    const link = page.locator('.govuk-js-exit-this-page-skiplink');
    await link.focus();
    await expect(link).toBeInViewport();
    await page.keyboard.press('Enter');
    await expectGone(page);
});

// Leaving a page quickly, for somebody who may be watched.
import type { Page } from '@playwright/test';
import { createAccount } from '../fixtures/account';
import { heading, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

/** The page about the weather: here the service's own help, because tests go nowhere else (fixtures/server.ts). */
const ELSEWHERE = '/help';

/** A page about safety, open. */
async function somewhereSafe(page: Page): Promise<string> {
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

// ASVS V14.3.1
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

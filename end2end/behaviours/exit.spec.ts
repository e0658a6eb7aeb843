// "Exit this page", for somebody who may be watched.
import type { Page } from '@playwright/test';
import { createAccount } from '../fixtures/account';
import { heading, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

/** Where "Exit this page" leads: in tests, the service's own help (fixtures/server.ts). */
const EXIT_PAGE = '/help';

/** Opens the page about safety. */
async function openSafetyPage(page: Page): Promise<string> {
    await createAccount(page);
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/your-safety`);
    return draft;
}

async function expectExited(page: Page): Promise<void> {
    await page.waitForURL(EXIT_PAGE);
    await page.goBack();
    await expect(heading(page)).toHaveText('Sign in');
}

// ASVS V14.3.1
test('the button leaves the service, and “Back” shows nothing', async ({ page }) => {
    await openSafetyPage(page);
    await page.getByRole('button', { name: 'Emergency Exit this page' }).click();
    await expectExited(page);
});

test('pressing Shift three times leaves too, and is announced', async ({ page }) => {
    await openSafetyPage(page);
    await page.keyboard.press('Shift');
    await expect(page.getByText('Shift, press 2 more times to exit.')).toBeAttached();
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await expectExited(page);
});

test('a keyboard user can reach it by a skip link', async ({ page }) => {
    await openSafetyPage(page);
    const link = page.locator('.govuk-js-exit-this-page-skiplink');
    await link.focus();
    await expect(link).toBeInViewport();
    await page.keyboard.press('Enter');
    await expectExited(page);
});

// Everything can be done with only a keyboard.
import type { Locator, Page } from '@playwright/test';
import { createAccount, nameMenu } from '../fixtures/account';
import { FormFiller } from '../fixtures/form-filler';
import { tabTo, useKeyboard } from '../fixtures/interaction';
import { waitForIsland, continueFromTaskList, heading, startForm } from '../fixtures/page';
import { mainFlow } from '../fixtures/main-flow';
import { expect, test } from '../fixtures/test';

/** Tabs to something and opens another page with Enter. */
async function openWithEnter(page: Page, target: Locator): Promise<void> {
    await tabTo(page, target);
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}

test('start a form and answer its first two pages', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await openWithEnter(page, page.getByRole('link', { name: 'Ask for care and support', exact: true }));
    await openWithEnter(page, page.getByRole('button', { name: 'Start now' }));
    await openWithEnter(page, page.getByRole('button', { name: /^Continue with / }));

    await expect(heading(page)).toHaveText('Your details');
    await waitForIsland(page);
    await tabTo(page, page.getByLabel('Text message'));
    await page.keyboard.press('Space');
    await expect(page.getByLabel('Text message')).toBeChecked();
    await tabTo(page, page.getByLabel('Phone number'));
    await page.keyboard.type('07700 900 001');
    await openWithEnter(page, page.getByRole('button', { name: 'Continue' }));

    await expect(heading(page)).toHaveText('Contacting you safely');
    await waitForIsland(page);
    await tabTo(page, page.getByLabel('Morning'));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByLabel('Yes'));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByLabel('No', { exact: true })).toBeChecked();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByLabel('Yes')).toBeChecked();
    await openWithEnter(page, page.getByRole('button', { name: 'Continue' }));
    await expect(heading(page)).toHaveText('Who this form is for');
});

test('open the account menu', async ({ page }) => {
    const account = await createAccount(page);
    await page.goto('/account');
    await tabTo(page, nameMenu(page, account));
    const menu = page.getByRole('navigation', { name: 'Your account' });
    await expect(menu).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(menu).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(menu.getByRole('link', { name: 'My Account' })).toBeFocused();
    await openWithEnter(page, menu.getByRole('link', { name: /^Recover a form/ }));
    await expect(heading(page)).toHaveText('Recover a form');
});

test('the main flow: create an account, fill in, save for later, submit, read the copy', async ({ page }) => {
    test.setTimeout(300_000);
    useKeyboard(page);
    await mainFlow(page, { seed: 4, onBehalf: 'myself', js: true });
});

test('every page of the carer’s assessment @long', async ({ page }) => {
    test.setTimeout(300_000);
    useKeyboard(page);
    await createAccount(page);
    await startForm(page, "Ask for a carer's assessment");
    await continueFromTaskList(page);
    await new FormFiller(page, { seed: 11, choose: { others_share: 'yes' } }).fillUntil();
});

// Everything can be done without a mouse.
import { expect as expectThat, type Locator, type Page } from '@playwright/test';
import { createAccount, nameMenu } from '../fixtures/account';
import { awake, heading } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

/** Presses Tab until something has the focus, and sees to it that people can see where they are. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
    await expectThat(wanted).toHaveCount(1);
    for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        if (await wanted.evaluate((element) => element === document.activeElement)) {
            await expectThat(wanted).toBeInViewport();
            return;
        }
    }
    throw new Error(`Tab does not lead to ${wanted}`);
}

async function enter(page: Page, wanted: Locator): Promise<void> {
    await tabTo(page, wanted);
    const loaded = page.waitForEvent('domcontentloaded');
    await page.keyboard.press('Enter');
    await loaded;
}

test('start a form and answer its first two pages', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await enter(page, page.getByRole('link', { name: 'Ask for care and support', exact: true }));
    await enter(page, page.getByRole('button', { name: 'Start now' }));
    await enter(page, page.getByRole('button', { name: /^Continue with / }));

    await expect(heading(page)).toHaveText('Your details');
    await awake(page);
    await tabTo(page, page.getByLabel('Text message'));
    await page.keyboard.press('Space');
    await expect(page.getByLabel('Text message')).toBeChecked();
    await tabTo(page, page.getByLabel('Phone number'));
    await page.keyboard.type('07700 900 001');
    await enter(page, page.getByRole('button', { name: 'Continue' }));

    await expect(heading(page)).toHaveText('Contacting you safely');
    await awake(page);
    await tabTo(page, page.getByLabel('Morning'));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByLabel('Yes'));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByLabel('No', { exact: true })).toBeChecked();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByLabel('Yes')).toBeChecked();
    await enter(page, page.getByRole('button', { name: 'Continue' }));
    await expect(heading(page)).toHaveText('Who this form is for');
});

test('open the menu under the name', async ({ page }) => {
    const account = await createAccount(page);
    await page.goto('/account');
    await tabTo(page, nameMenu(page, account));
    const menu = page.getByRole('navigation', { name: 'Your account' });
    await expect(menu).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(menu).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(menu.getByRole('link', { name: 'My Account' })).toBeFocused();
    await enter(page, menu.getByRole('link', { name: /^Recover a form/ }));
    await expect(heading(page)).toHaveText('Recover a form');
});

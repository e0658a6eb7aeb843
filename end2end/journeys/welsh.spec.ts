// The main flow in Welsh, and changing the language.
import { createAccount } from '../fixtures/account';
import { waitForIsland, continueFromTaskList, heading, input, clickButton, startForm } from '../fixtures/page';
import { setLanguage, t } from '../fixtures/i18n';
import { mainFlow } from '../fixtures/main-flow';
import { expect, test } from '../fixtures/test';

test.describe('in a browser set to Welsh', () => {
    test.use({ locale: 'cy' });

    test('the main flow: create an account, fill in, save for later, submit, read the copy', async ({ page }) => {
        test.setTimeout(300_000);
        setLanguage(page, 'cy');
        await mainFlow(page, { seed: 6, onBehalf: 'myself', js: true });
        await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
    });
});

test('changing the language keeps the page, what was typed and the errors @nojs', async ({ page, javaScriptEnabled }) => {
    await createAccount(page);
    await startForm(page, 'Ask for care and support');
    await continueFromTaskList(page);
    if (javaScriptEnabled) await waitForIsland(page);
    await page.getByLabel('Text message').check();
    await input(page, 'me_phone').fill('half a number');
    const address = page.url();
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await expect(heading(page)).toHaveText('Eich manylion');
    expect(page.url()).toBe(address);
    await expect(page.getByLabel('Neges destun')).toBeChecked();
    await expect(input(page, 'me_phone')).toHaveValue('half a number');

    setLanguage(page, 'cy');
    if (javaScriptEnabled) await waitForIsland(page);
    await clickButton(page, t(page, 'button-continue'));
    await expect(page).toHaveTitle(/^Gwall: /);
    if (javaScriptEnabled) await waitForIsland(page);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(input(page, 'me_phone')).toHaveValue('half a number');
});

test('a link changes the language of any other page, and the choice is remembered @nojs', async ({ page }) => {
    await page.goto('/help');
    await page.getByRole('link', { name: 'Cymraeg' }).click();
    await expect(page).toHaveURL(/\/help$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
    await page.goto('/');
    await expect(page.getByRole('main').getByRole('link', { name: 'Gofyn am ofal a chymorth' })).toBeVisible();
});

test('an account page keeps what was typed when the language changes, but no password @nojs', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill('ann@example.com');
    await page.locator('input[name="password"]').fill('purple otter lamp');
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
    await expect(page.locator('input[name="email"]')).toHaveValue('ann@example.com');
    await expect(page.locator('input[name="password"]')).toHaveValue('');
});

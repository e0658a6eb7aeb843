// What GOV.UK Frontend's JavaScript modules add.
import { createAccount, signOut } from '../fixtures/account';
import { heading, clickButton, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const FORM = 'Ask for care and support';

test('a character count says how many characters remain, or are too many', async ({ page }) => {
    const draft = await startForm(page, FORM);
    await page.goto(`${draft}/about-you`);
    const box = page.getByRole('textbox').first();
    const limit = Number(await page.locator('[data-maxlength]').first().getAttribute('data-maxlength'));
    await box.fill('Llŷr a Siân');
    await expect(page.getByText(`You have ${(limit - 11).toLocaleString('en-GB')} characters remaining`).first()).toBeVisible();
    await box.fill('x'.repeat(limit + 3));
    await expect(page.getByText('You have 3 characters too many').first()).toBeVisible();
    await expect(box).toHaveValue('x'.repeat(limit + 3));
});

test('Escape closes an open menu, and focus returns to what opened it', async ({ page }) => {
    await page.goto('/help');
    const menu = page.getByText('Site menu');
    await menu.click();
    const entry = page.getByRole('navigation', { name: 'Site menu' }).getByRole('link').first();
    await entry.focus();
    await page.keyboard.press('Escape');
    await expect(entry).toBeHidden();
    await expect(page.locator('summary', { hasText: 'Site menu' })).toBeFocused();
});

// ASVS V6.2.6
test('a password can be shown, and is hidden again on submission', async ({ page }) => {
    await page.goto('/sign-in');
    const password = page.getByLabel('Password', { exact: true });
    await password.fill('three random words');
    const show = page.getByRole('button', { name: 'Show password' });
    await show.click();
    await expect(password).toHaveAttribute('type', 'text');
    await page.getByRole('button', { name: 'Hide password' }).click();
    await expect(password).toHaveAttribute('type', 'password');
    await show.click();
    await clickButton(page, 'Sign in');
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'password');
});

test('the error summary has the focus, and its links bring the question into view', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 480 });
    const draft = await startForm(page, FORM);
    await page.goto(`${draft}/what-is-happening`);
    await clickButton(page, 'Continue');
    const summary = page.locator('.govuk-error-summary');
    await expect(summary).toBeFocused();
    const link = summary.getByRole('link').first();
    const message = (await link.textContent()) ?? '';
    await link.click();
    await expect(page.getByRole('checkbox').first()).toBeFocused();
    await expect(page.locator('legend').first()).toBeInViewport();
    await expect(page.locator('.govuk-error-message', { hasText: message }).first()).toBeVisible();
});

test('a double click on the button for a code sends one request', async ({ page }) => {
    const account = await createAccount(page);
    await signOut(page, account);
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(account.password);
    await clickButton(page, 'Sign in');
    await expect(heading(page)).toHaveText('Confirm your identity');
    const posts: string[] = [];
    page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(request.url());
    });
    await page.getByRole('button', { name: 'Text message' }).dblclick();
    await expect(page.getByLabel('Security code')).toBeVisible();
    expect(posts).toHaveLength(1);
});

test('a notification banner has the focus, and the skip link leads to the main content', async ({ page }) => {
    await createAccount(page);
    const draft = await startForm(page, FORM);
    await page.goto(`${draft}/about-you`);
    await clickButton(page, 'Save for later');
    await expect(page.getByRole('alert')).toBeFocused();
    await page.goto('/help');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('#main-content')).toBeFocused();
});

test('controls that need JavaScript are hidden without it @nojs', async ({ page, javaScriptEnabled }) => {
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: 'Show password' })).toBeVisible({ visible: javaScriptEnabled ?? true });
});

test('the service navigation collapses on a phone, and opens again', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    // No page of the service uses it yet, so it is tested in the design system.
    await page.goto('/design-system');
    const navigation = page.locator('[data-module=govuk-service-navigation]').filter({ has: page.getByRole('button') }).first();
    const toggle = navigation.getByRole('button');
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await expect(navigation.getByRole('list')).toBeHidden();
    await toggle.press('Enter');
    await expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await expect(navigation.getByRole('list')).toBeVisible();
});

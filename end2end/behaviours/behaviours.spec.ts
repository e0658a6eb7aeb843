// What GOV.UK Frontend's modules add where scripts run.
import { createAccount, signOut } from '../fixtures/account';
import { heading, clickButton, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const FORM = 'Ask for care and support';

test('a long text says how much room is left, and how much is too much', async ({ page }) => {
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

// ASVS V6.2.6
test('a password can be looked at, and is hidden again when it is sent', async ({ page }) => {
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

test('what is wrong has the focus, and leads to the question with its words in view', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 480 });
    const draft = await startForm(page, FORM);
    await page.goto(`${draft}/what-is-happening`);
    await clickButton(page, 'Continue');
    const summary = page.locator('.govuk-error-summary');
    await expect(summary).toBeFocused();
    const link = summary.getByRole('link').first();
    const words = (await link.textContent()) ?? '';
    await link.click();
    await expect(page.getByRole('checkbox').first()).toBeFocused();
    await expect(page.locator('legend').first()).toBeInViewport();
    await expect(page.locator('.govuk-error-message', { hasText: words }).first()).toBeVisible();
});

test('a code asked for with two presses is sent once', async ({ page }) => {
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

test('what has just happened is said first, and skipping leads past the head of the page', async ({ page }) => {
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

test('where scripts do not run, nothing is shown that needs them @nojs', async ({ page, javaScriptEnabled }) => {
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: 'Show password' })).toBeVisible({ visible: javaScriptEnabled ?? true });
});

test('the navigation of a service folds away on a phone, and opens again', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    // No page of the service has it yet: it stands among the components.
    await page.goto('/design-system');
    const navigation = page.locator('[data-module=govuk-service-navigation]').filter({ has: page.getByRole('button') }).first();
    const toggle = navigation.getByRole('button');
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await expect(navigation.getByRole('list')).toBeHidden();
    await toggle.press('Enter');
    await expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await expect(navigation.getByRole('list')).toBeVisible();
});

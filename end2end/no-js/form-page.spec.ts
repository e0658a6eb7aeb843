import { input, clickButton, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

test('every question is shown, and the answer to one that is not asked is ignored', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/what-is-happening`);
    await expect(input(page, 'trigger_other')).toBeVisible();
    await input(page, 'trigger_other').fill('Answered though it is not asked');
    await page.getByLabel('I have had a fall').check();
    await page.getByLabel('Months').check();
    await clickButton(page, 'Continue');
    await expect(page).toHaveURL(`${draft}/cannot-wait`);

    await page.goto(`${draft}/check`);
    await expect(page.getByRole('main')).toContainText('I have had a fall');
    await expect(page.getByRole('main')).not.toContainText('Answered though it is not asked');

    // It is kept in case they change their mind.
    await page.goto(`${draft}/what-is-happening`);
    await expect(input(page, 'trigger_other')).toHaveValue('Answered though it is not asked');
});

test('Enter continues, in the same language', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/what-is-happening`);
    await page.getByLabel('I have had a fall').check();
    await page.getByLabel('Months').check();
    await page.getByLabel('Months').press('Enter');
    await expect(page).toHaveURL(`${draft}/cannot-wait`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
});

test('a conditional question that applies must be answered', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/what-is-happening`);
    await page.getByLabel('Something else', { exact: true }).check();
    await page.getByLabel('Months').check();
    await clickButton(page, 'Continue');
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('#error-summary')).toContainText('Enter why you are asking for help now');
    await expect(page.getByLabel('Something else', { exact: true })).toBeChecked();
});

test('“None of these” together with others is an error', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/your-safety`);
    await page.getByLabel('None of these').check();
    await page.getByLabel('I get lost').check();
    await clickButton(page, 'Continue');
    await expect(page.locator('#error-summary')).toContainText('not both');
    await expect(page.getByLabel('I get lost')).toBeChecked();
    await expect(page.getByLabel('None of these')).toBeChecked();
});

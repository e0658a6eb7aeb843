// "Check your answers": every answer can be changed, and a change returns there.
import { heading, input, clickButton } from '../fixtures/page';
import { prefillForm } from '../fixtures/prefill';
import { expect, test } from '../fixtures/test';

test('a change returns to the answers, by way of the questions it adds', async ({ page }) => {
    const draft = await prefillForm(page);
    // In a long form the sections are folded.
    await expect(page.getByRole('link', { name: 'Change your answer to: Phone number' })).toBeHidden();
    await page.locator('summary', { hasText: 'Who is filling in this form' }).click();
    await page.getByRole('link', { name: 'Change your answer to: Phone number' }).click();
    await input(page, 'me_phone').fill('07700 900 999');
    await clickButton(page, 'Continue');
    await expect(heading(page)).toHaveText('Check your answers');
    await expect(page).toHaveURL(`${draft}/check?row=me_phone#row-me_phone`);
    await expect(page.getByText('07700 900 999')).toBeInViewport();

    await page.locator('a[href*="who-this-is-for?from=check"]').first().click();
    await page.getByLabel('Someone else', { exact: true }).check();
    await clickButton(page, 'Continue');
    await expect(page).toHaveURL(/from=check/);
    await expect(heading(page)).not.toHaveText('Check your answers');
    await page.goto(`${draft}/check`);
    await expect(page.getByRole('button', { name: 'Submit form' })).toHaveCount(0);
});

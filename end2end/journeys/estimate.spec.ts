// The estimate of what care may cost: calculated in the browser on every keystroke, and by the server for the record.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { continueFromTaskList, input, clickButton, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

/** Opens a page of the form, answers it and continues. */
async function answerPage(page: Page, path: string, checked: string[], values: Record<string, string> = {}): Promise<void> {
    await page.goto(path);
    for (const id of checked) await page.locator(`[id="${id}"]`).check();
    for (const [name, value] of Object.entries(values)) await input(page, name).fill(value);
    await clickButton(page, 'Continue');
}

const estimate = (page: Page): Locator => page.locator('[data-calculated="charge.contribution"]');
const pounds = async (shown: Locator): Promise<number> => Number((await shown.innerText()).replaceAll(/[£,]/g, ''));

test('the estimate updates on every keystroke, and the server calculates the same', async ({ page }) => {
    const draft = await startForm(page, 'Tell us about your money');
    await continueFromTaskList(page);
    await answerPage(page, `${draft}/your-care`, ['setting']);
    await answerPage(page, `${draft}/telling-us`, ['disclose']);
    await answerPage(page, `${draft}/your-partner`, ['partner']);
    await answerPage(page, `${draft}/your-benefits`, ['benefits', 'benefits-4']);
    await answerPage(page, `${draft}/pension-benefits`, ['b_state_pension_every'], { b_state_pension: '500' });
    await answerPage(page, `${draft}/disability-benefits`, ['b_aa_rate', 'b_aa_every', 'night_care-2'], { b_aa: '110.40' });

    await page.goto(`${draft}/disability-costs`);
    await expect(estimate(page)).toBeHidden();
    await page.locator('[id="dre_any"]').check();
    await expect(estimate(page)).toHaveText(/^£\d/);
    const before = await pounds(estimate(page));
    expect(before).toBeGreaterThan(20);
    await input(page, 'dre_week').pressSequentially('£10.50');
    await expect.poll(() => pounds(estimate(page))).toBeCloseTo(before - 10.5, 2);
    const typed = await estimate(page).innerText();
    await clickButton(page, 'Continue');

    // As the server renders it, every line with its rule.
    await page.goto(`${draft}/disability-costs`);
    await expect(estimate(page)).toHaveText(typed);
    await page.goto(`${draft}/your-estimate`);
    await expect(page.locator('[data-calculated="charge"]')).toHaveText(typed);
    await expect(page.getByRole('main')).toContainText('£10.50');
    const line = page.locator('.care-reasons li', { hasText: 'We do not count savings up to £14,250' });
    await line.getByText('Why', { exact: true }).click();
    await expect(line).toContainText('Rule england-2025-26: £14,250');
    // A line taken from an answer names the regulation that includes it.
    const own = page.locator('.care-reasons li', { hasText: 'Savings that are only yours' });
    await own.getByText('Why', { exact: true }).click();
    await expect(own).toContainText('regulation 18');
    await expectAccessible(page, 'the estimate');
});

test('an estimate that is not known yet says so', async ({ page }) => {
    const draft = await startForm(page, 'Tell us about your money');
    await continueFromTaskList(page);
    await answerPage(page, `${draft}/your-care`, ['setting']);
    await answerPage(page, `${draft}/telling-us`, ['disclose']);
    await answerPage(page, `${draft}/accounts`, ['bank_any']);
    await page.goto(`${draft}/your-accounts`);
    await page.locator('#add-another').getByRole('button').click();
    for (const id of ['bank_type', 'bank_owner']) await page.locator(`[id="${id}"]`).check();
    await input(page, 'bank_name').fill('A bank');
    await input(page, 'bank_balance').fill('30,000');
    for (const [part, typed] of [['day', '1'], ['month', '9'], ['year', '2026']]) await input(page, `bank_date-${part}`).fill(typed ?? '');
    await clickButton(page, 'Continue');
    // With these savings they pay the full cost, which isn't known yet.
    await page.goto(`${draft}/disability-costs`);
    await page.locator('[id="dre_any"]').check();
    await expect(estimate(page)).toHaveText('We cannot work this out yet');
    await clickButton(page, 'Continue');
    await page.goto(`${draft}/your-estimate`);
    await expect(page.locator('[data-calculated="charge"]')).toHaveText('We cannot work this out yet');
});

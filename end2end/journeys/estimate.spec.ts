// What somebody may have to pay for care: worked out in the browser at every key, and again by the server for the record.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { continueFromTaskList, input, clickButton, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

/** Opens a page of the form, answers it, and goes on. */
async function answer(page: Page, path: string, ticked: string[], typed: Record<string, string> = {}): Promise<void> {
    await page.goto(path);
    for (const id of ticked) await page.locator(`[id="${id}"]`).check();
    for (const [name, words] of Object.entries(typed)) await input(page, name).fill(words);
    await clickButton(page, 'Continue');
}

const sum = (page: Page): Locator => page.locator('[data-calculated="charge.contribution"]');
const pounds = async (shown: Locator): Promise<number> => Number((await shown.innerText()).replaceAll(/[£,]/g, ''));

test('the estimate follows every key, and the server comes to the same', async ({ page }) => {
    const draft = await startForm(page, 'Tell us about your money');
    await continueFromTaskList(page);
    await answer(page, `${draft}/your-care`, ['setting']);
    await answer(page, `${draft}/telling-us`, ['disclose']);
    await answer(page, `${draft}/your-partner`, ['partner']);
    await answer(page, `${draft}/your-benefits`, ['benefits', 'benefits-4']);
    await answer(page, `${draft}/pension-benefits`, ['b_state_pension_every'], { b_state_pension: '500' });
    await answer(page, `${draft}/disability-benefits`, ['b_aa_rate', 'b_aa_every', 'night_care-2'], { b_aa: '110.40' });

    await page.goto(`${draft}/disability-costs`);
    await expect(sum(page)).toBeHidden();
    await page.locator('[id="dre_any"]').check();
    await expect(sum(page)).toHaveText(/^£\d/);
    const before = await pounds(sum(page));
    expect(before).toBeGreaterThan(20);
    await input(page, 'dre_week').pressSequentially('£10.50');
    await expect.poll(() => pounds(sum(page))).toBeCloseTo(before - 10.5, 2);
    const typed = await sum(page).innerText();
    await clickButton(page, 'Continue');

    // The server's own words, and every line with the rule behind it.
    await page.goto(`${draft}/disability-costs`);
    await expect(sum(page)).toHaveText(typed);
    await page.goto(`${draft}/your-estimate`);
    await expect(page.locator('[data-calculated="charge"]')).toHaveText(typed);
    await expect(page.getByRole('main')).toContainText('£10.50');
    const line = page.locator('.care-reasons li', { hasText: 'We do not count up to £14,250' });
    await line.getByText('Why', { exact: true }).click();
    await expect(line).toContainText('Rule england-2025-26: £14,250');
    // What comes from an answer alone names the rule that lets it count.
    const own = page.locator('.care-reasons li', { hasText: 'Savings that are only yours' });
    await own.getByText('Why', { exact: true }).click();
    await expect(own).toContainText('regulation 18');
    await expectAccessible(page, 'the estimate');
});

test('a sum that nobody can know yet says so', async ({ page }) => {
    const draft = await startForm(page, 'Tell us about your money');
    await continueFromTaskList(page);
    await answer(page, `${draft}/your-care`, ['setting']);
    await answer(page, `${draft}/telling-us`, ['disclose']);
    await answer(page, `${draft}/accounts`, ['bank_any']);
    await page.goto(`${draft}/your-accounts`);
    await page.locator('#add-another').getByRole('button').click();
    for (const id of ['bank_type', 'bank_owner']) await page.locator(`[id="${id}"]`).check();
    await input(page, 'bank_name').fill('A bank');
    await input(page, 'bank_balance').fill('30,000');
    for (const [part, typed] of [['day', '1'], ['month', '9'], ['year', '2026']]) await input(page, `bank_date-${part}`).fill(typed ?? '');
    await clickButton(page, 'Continue');
    // So much in savings means the full cost, and nobody has named that.
    await page.goto(`${draft}/disability-costs`);
    await page.locator('[id="dre_any"]').check();
    await expect(sum(page)).toHaveText('We do not know yet');
    await clickButton(page, 'Continue');
    await page.goto(`${draft}/your-estimate`);
    await expect(page.locator('[data-calculated="charge"]')).toHaveText('We do not know yet');
});

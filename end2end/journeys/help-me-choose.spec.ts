// "Help me choose": three questions that lead to a form, with and without scripts, and with only a keyboard.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { tabTo } from '../fixtures/interaction';
import { clickAndNavigate, clickButton, fieldErrors, heading } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const main = (page: Page) => page.getByRole('main');

/** Selects an answer and continues. */
async function answer(page: Page, label: string): Promise<void> {
    await page.getByLabel(label, { exact: true }).check();
    await clickButton(page, 'Continue');
}

/** The addresses say how many questions came before, and no cookie can be read. */
async function expectNothingTold(page: Page): Promise<void> {
    expect(new URL(page.url()).pathname).toMatch(/^\/help-me-choose(\/(2|3|result))?$/);
    expect(new URL(page.url()).search).toBe('');
    const cookies = await page.context().cookies();
    expect(cookies.filter(({ value }) => /safety|daily-life|someone-else/.test(value))).toEqual([]);
    // What was shown is read once.
    expect(cookies.filter(({ name }) => name.endsWith('care-flash'))).toEqual([]);
}

test('three answers lead from the home page to a form @nojs', async ({ page }) => {
    await page.goto('/');
    await clickAndNavigate(page, main(page).getByRole('link', { name: 'Help me choose' }));
    await expect(heading(page)).toHaveText('Help me choose');
    await answer(page, 'No');
    await expect(page.getByRole('group', { name: 'Who needs help?' })).toBeVisible();
    await expectNothingTold(page);
    await answer(page, 'Someone else does');
    await answer(page, 'Something that makes their home safer or easier to live in');
    await expect(heading(page)).toHaveText('Ask for equipment or changes to a home');
    await expectNothingTold(page);
    await expect(main(page)).toContainText('Someone else does');
    await expect(main(page).getByRole('link', { name: '01632 960 100' })).toBeVisible();
    await clickAndNavigate(page, main(page).getByRole('button', { name: 'Ask for equipment or changes to your home' }));
    await expect(heading(page)).toHaveText('Ask for equipment or changes to your home');
});

test('an error, back, and changing the answers @nojs', async ({ page }) => {
    await page.goto('/help-me-choose');
    await clickButton(page, 'Continue');
    await expect(page).toHaveTitle(/^Error: /);
    const [error] = await fieldErrors(page);
    expect(error).toEqual({ field: 'safety', message: 'Select if anyone is being hurt or at risk of harm' });
    await expect(page.locator(`[id="${error?.field}"]`)).toHaveAttribute('type', 'radio');
    await answer(page, 'No');
    await answer(page, 'I do');
    await clickAndNavigate(page, page.getByRole('button', { name: 'Back', exact: true }));
    await expect(page.getByLabel('I do', { exact: true })).toBeChecked();
    await clickButton(page, 'Continue');
    await answer(page, 'To park nearer to where you go');
    await expect(main(page).getByRole('button', { name: 'Apply for a Blue Badge' })).toHaveAttribute('href', '/forms/blue-badge');
    await clickButton(page, 'Change your answers');
    await expect(page.getByLabel('No', { exact: true })).toBeChecked();
    await answer(page, 'Yes, and they are in danger now');
    await expect(heading(page)).toHaveText('Call 999 now');
    await expect(main(page).getByRole('link', { name: '999' }).first()).toBeInViewport();
    await expect(page.getByRole('button', { name: /Exit this page/ })).toBeVisible();
});

test('the next person at the screen sees no answers @nojs', async ({ page }) => {
    await page.goto('/help-me-choose');
    await answer(page, 'Yes, or I am worried about it');
    await expect(heading(page)).toHaveText('Tell us about your worry');
    await page.reload();
    await expect(heading(page)).toHaveText('Help me choose');
    await expect(main(page)).toContainText('We do not keep your answers, so start again.');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('the language is changed halfway @nojs', async ({ page }) => {
    await page.goto('/help-me-choose');
    await answer(page, 'No');
    await page.getByLabel('I do', { exact: true }).check();
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await expect(page.getByRole('group', { name: 'Pwy sydd angen help?' })).toBeVisible();
    await expect(page.getByLabel('Fi', { exact: true })).toBeChecked();
});

test('with only a keyboard, Enter is “Continue”', async ({ page }) => {
    await page.goto('/help-me-choose');
    const enter = () => Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
    await tabTo(page, page.getByLabel('Yes, and they are in danger now'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByLabel('No', { exact: true })).toBeChecked();
    await enter();
    await expect(page).toHaveURL(/\/help-me-choose\/2$/);
    await tabTo(page, page.getByRole('button', { name: 'Continue' }));
    await enter();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('#error-summary')).toBeFocused();
    // Tab reaches a group of radios once; the arrow keys move in it.
    const carer = page.getByLabel('I look after someone, and I need help with that');
    await tabTo(page, page.getByLabel('I do', { exact: true }));
    for (let presses = 0; presses < 5 && !(await carer.isChecked()); presses += 1) await page.keyboard.press('ArrowDown');
    await expect(carer).toBeChecked();
    await enter();
    await expect(heading(page)).toHaveText('Ask what help you can get as a carer');
    await tabTo(page, page.getByRole('button', { name: "Ask for a carer's assessment" }));
    await enter();
    await expect(page).toHaveURL(/\/forms\/carers-assessment$/);
});

test('every page is accessible', async ({ page }) => {
    await page.goto('/help-me-choose');
    await clickButton(page, 'Continue');
    await expectAccessible(page, 'help me choose with errors');
    await answer(page, 'No');
    await expectAccessible(page, 'help me choose: who needs help');
    await answer(page, 'I do');
    await expectAccessible(page, 'help me choose: what you need');
    await answer(page, 'Something else, or I am not sure');
    await expectAccessible(page, 'help me choose: the result');
    await page.goto('/help-me-choose');
    await answer(page, 'Yes, and they are in danger now');
    await expectAccessible(page, 'help me choose: danger');
});

test('the first answer is on the first screen of a phone, and so is the number to call in danger', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/help-me-choose');
    await expect(page.getByLabel('Yes, and they are in danger now')).toBeInViewport({ ratio: 1 });
    await page.goto('/');
    await expect(main(page).getByRole('link', { name: '999' }).first()).toBeInViewport({ ratio: 1 });
    await expect(main(page).getByRole('link', { name: 'Tell us about an adult at risk of harm' }).first()).toBeInViewport();
});

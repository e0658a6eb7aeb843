// A form is submitted once, however often the button is pressed.
import { createAccount } from '../fixtures/account';
import { heading, clickButton, submittedReference } from '../fixtures/page';
import { prefillForm } from '../fixtures/prefill';
import { expect, test } from '../fixtures/test';

// ASVS V2.3.4
test('a double click, a second tab and the Back button submit nothing again', async ({ page }) => {
    await createAccount(page);
    const draft = await prefillForm(page);
    const second = await page.context().newPage();
    await second.goto(`${draft}/check`);

    await page.getByRole('button', { name: 'Submit form' }).dblclick();
    const reference = await submittedReference(page);
    await clickButton(second, 'Submit form');
    expect(await submittedReference(second)).toBe(reference);

    // There is nothing left to submit: the previous page leads to the copy, or is shown from the cache.
    await page.goBack();
    await page.goForward();
    expect(await submittedReference(page)).toBe(reference);
    await page.reload();
    expect(await submittedReference(page)).toBe(reference);

    await page.goto('/submitted');
    await expect(heading(page)).toHaveText('Submitted forms');
    await expect(page.getByRole('main').getByText(/ASC-/)).toHaveCount(1);
    await page.goto('/recover');
    await expect(page.getByRole('main')).toContainText('You have no saved forms');
});

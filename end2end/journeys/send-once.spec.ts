// Sending counts once, however often it is pressed.
import { createAccount } from '../fixtures/account';
import { heading, press, sentReference } from '../fixtures/page';
import { readyToSend } from '../fixtures/prefill';
import { expect, test } from '../fixtures/test';

// ASVS V2.3.4
test('a double click, a second tab and the Back button send nothing again', async ({ page, watch }) => {
    await createAccount(page);
    const draft = await readyToSend(page);
    const second = await page.context().newPage();
    await second.goto(`${draft}/check`);

    await page.getByRole('button', { name: 'Submit form' }).dblclick();
    const reference = await sentReference(page);
    await press(second, 'Submit form');
    expect(await sentReference(second)).toBe(reference);

    // There is nothing left to send: the page before says so, or shows it as it was.
    watch.expect(/404/);
    await page.goBack();
    await page.goForward();
    expect(await sentReference(page)).toBe(reference);
    await page.reload();
    expect(await sentReference(page)).toBe(reference);

    await page.goto('/submitted');
    await expect(heading(page)).toHaveText('Submitted forms');
    await expect(page.getByRole('main').getByText(/ASC-/)).toHaveCount(1);
    await page.goto('/recover');
    await expect(page.getByRole('main')).toContainText('You have no saved forms');
});

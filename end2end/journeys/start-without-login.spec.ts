// A form can be started without signing in. Saving it asks for a sign-in, after which the answers are there.
import { createAccount, fillCreateAccount, fillSignIn, newPerson, signOut, type Account } from '../fixtures/account';
import { expectAccessible } from '../fixtures/accessibility';
import { FormFiller } from '../fixtures/form-filler';
import { expectAnswersIn } from '../fixtures/recorded-answers';
import { linkIn, outbox } from '../fixtures/outbox';
import { clickAndNavigate, continueFromTaskList, heading, clickButton, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';
import type { Page } from '@playwright/test';

const FORM = 'Ask for care and support';

test('Save for later, create an account, and the answers are there', async ({ page }) => {
    const account = newPerson();
    const { filler, draft } = await fillTwoPagesAndSave(page);
    const mark = outbox.mark();
    await clickButton(page, 'Create an account');
    await fillCreateAccount(page, account);
    await expectAnswersKept(page, filler, draft);
    await expectSavedFormEmail(account, draft, mark);
});

test('Save for later, sign in, and the answers are there', async ({ page }) => {
    const account = await createAccount(page);
    await signOut(page, account);
    const { filler, draft } = await fillTwoPagesAndSave(page);
    const mark = outbox.mark();
    await fillSignIn(page, account);
    await expectAnswersKept(page, filler, draft);
    await expectSavedFormEmail(account, draft, mark);
});

test('another device cannot reach the draft', async ({ page, newDevice, browserErrors }) => {
    const { draft } = await fillTwoPagesAndSave(page);
    const other = await newDevice();
    await other.goto(draft);
    await expect(heading(other)).toHaveText('Sign in');
    // Not even with its own draft.
    await startForm(other, FORM);
    browserErrors.allow(/404/);
    await other.goto(draft);
    await expect(other.getByRole('main')).not.toContainText(FORM);
});

test('a form begun without signing in is found again, and deleted', async ({ page }) => {
    const name = 'Apply for a Blue Badge';
    const draft = await startForm(page, name);
    for (const path of ['/', '/recover']) {
        await page.goto(path);
        await expect(page.getByRole('main').getByRole('button', { name: 'Continue A saved form' })).toHaveAttribute('href', draft);
        await expect(page.getByRole('main').getByRole('link', { name: 'Delete it' })).toBeVisible();
    }
    await page.goto('/');
    await clickAndNavigate(page, page.getByRole('main').getByRole('link', { name, exact: true }));
    await clickButton(page, 'Start now');
    await expect(page.getByRole('heading', { name: 'Carry on, or begin again?' })).toBeVisible();
    await expectAccessible(page, 'carry on or begin again', { golden: false });
    await clickAndNavigate(page, page.getByRole('main').getByRole('link', { name: 'Delete it' }));
    await clickButton(page, 'Delete');
    await expect(page.getByRole('alert')).toContainText("We've deleted the saved form.");
    await expect(page.getByText('Carry on where you left off')).toHaveCount(0);
});

async function fillTwoPagesAndSave(page: Page): Promise<{ filler: FormFiller; draft: string }> {
    const filler = new FormFiller(page, { seed: 3 });
    const draft = await startForm(page, FORM);
    await continueFromTaskList(page);
    await filler.fillPage();
    await filler.fillPage();
    await clickButton(page, 'Save for later');
    await expect(heading(page)).toHaveText('Sign in');
    await expect(page.getByRole('main')).toContainText('Your answers are safe');
    return { filler, draft };
}

async function expectAnswersKept(page: Page, filler: FormFiller, draft: string): Promise<void> {
    await expect(heading(page)).toHaveText('Recover a form');
    await expect(page.getByRole('alert')).toContainText("We've saved your form");
    await page.getByRole('button', { name: `Continue ${FORM}` }).click();
    await expect(page).toHaveURL(draft);
    await expect(page.getByRole('main')).toContainText(/2 of \d+ pages done/);
    await page.goto(`${draft}/check`);
    await expectAnswersIn(page.getByRole('main'), filler.recorded, 'after signing in');
}

async function expectSavedFormEmail(account: Account, draft: string, mark: number): Promise<void> {
    const saved = await outbox.next(account.email, mark, /Your saved form/);
    expect(new URL(linkIn(saved, '/drafts/')).pathname).toBe(draft);
}

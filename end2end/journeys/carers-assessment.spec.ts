// A carer fills in the whole form without signing in, and has to sign in only to submit it.
import { fillCreateAccount, nameOf, newPerson, openFromMenu } from '../fixtures/account';
import { downloadPdfText, expectAnswers, expectAnswersIn } from '../fixtures/recorded-answers';
import { FormFiller } from '../fixtures/form-filler';
import { visibleOnCopy } from '../fixtures/forms';
import { clickAndNavigate, continueFromTaskList, heading, clickButton, submittedReference, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const FORM = "Ask for a carer's assessment";

test('fill in all of it, create an account, send, download', async ({ page }) => {
    test.setTimeout(180_000);
    const account = newPerson({ first: 'Łucja', last: 'O’Neil' });
    const filler = new FormFiller(page, { seed: 4, choose: { others_share: 'yes' } });
    const draft = await startForm(page, FORM);
    await continueFromTaskList(page);
    await filler.fillUntil();
    await expectAnswersIn(page.getByRole('main'), filler.recorded, 'on “Check your answers”');

    await clickButton(page, 'Submit form');
    await expect(heading(page)).toHaveText('Sign in');
    await expect(page.getByRole('main')).toContainText('Your answers are safe');
    await clickButton(page, 'Create an account');
    await fillCreateAccount(page, account);

    await expect(page).toHaveURL(`${draft}/check?account-ready`);
    const recorded: { key?: string; question: string; answer: string[] }[] = [
        { question: 'Name', answer: [nameOf(account)] },
        ...filler.recorded,
    ];
    await expectAnswersIn(page.getByRole('main'), recorded, 'after creating an account');
    // The same button is in the banner at the top and at the end.
    await expect(page.getByRole('button', { name: 'Submit form' })).toHaveCount(2);
    await clickAndNavigate(page, page.getByRole('button', { name: 'Submit form' }).last());
    const reference = await submittedReference(page);

    await openFromMenu(page, account, 'Submitted forms');
    await page.getByRole('main').getByRole('link', { name: FORM }).click();
    await expectAnswersIn(page.getByRole('main'), visibleOnCopy(recorded), 'on the copy');
    expectAnswers(await downloadPdfText(page, reference), visibleOnCopy(recorded), 'in the PDF');
});

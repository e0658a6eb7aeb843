// A carer fills in the whole form without a login, and is asked for one only to send it.
import { fillCreateAccount, nameOf, newPerson, openFromMenu } from '../fixtures/account';
import { downloadedText, expectAnswers, expectAnswersIn } from '../fixtures/recorded-answers';
import { Filler } from '../fixtures/form-filler';
import { onCopy } from '../fixtures/forms';
import { goOn, heading, press, sentReference, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const FORM = "Ask for a carer's assessment";

test('fill in all of it, create an account, send, download', async ({ page }) => {
    test.setTimeout(180_000);
    const account = newPerson({ first: 'Łucja', last: 'O’Neil' });
    const filler = new Filler(page, { seed: 4, choose: { others_share: 'yes' } });
    const draft = await startForm(page, FORM);
    await goOn(page);
    await filler.fillUntil();
    await expectAnswersIn(page.getByRole('main'), filler.recorded, 'on “Check your answers”');

    await press(page, 'Submit form');
    await expect(heading(page)).toHaveText('Sign in');
    await expect(page.getByRole('main')).toContainText('Your answers are safe');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await fillCreateAccount(page, account);

    await expect(page).toHaveURL(`${draft}/check`);
    const recorded: { key?: string; question: string; answer: string[] }[] = [
        { question: 'Name', answer: [nameOf(account)] },
        ...filler.recorded,
    ];
    await expectAnswersIn(page.getByRole('main'), recorded, 'after creating an account');
    await press(page, 'Submit form');
    const reference = await sentReference(page);

    await openFromMenu(page, account, 'Submitted forms');
    await page.getByRole('main').getByRole('link', { name: FORM }).click();
    await expectAnswersIn(page.getByRole('main'), onCopy(recorded), 'on the copy');
    expectAnswers(await downloadedText(page, reference), onCopy(recorded), 'in the PDF');
});

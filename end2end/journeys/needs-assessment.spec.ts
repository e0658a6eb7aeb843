// The main story: somebody asks for care and support, stops halfway, comes back, sends the form, and keeps a copy.
import { createAccount, fillSignIn, nameOf, openFromMenu, signOut } from '../fixtures/account';
import { downloadedText, expectAnswers, expectAnswersIn } from '../fixtures/copy';
import { Filler } from '../fixtures/filler';
import { linkIn, outbox } from '../fixtures/outbox';
import { goOn, heading, press, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const FORM = 'Ask for care and support';

for (const [seed, who] of [
    [1, 'Myself'],
    [2, 'Someone else'],
] as const) {
    test(`${who}: start, save for later, come back, send, download`, async ({ page }) => {
        test.setTimeout(240_000);
        const account = await createAccount(page);
        const filler = new Filler(page, { seed, choose: { on_behalf: who, has_diag: 'Yes', informal: 'Yes' } });

        await startForm(page, FORM);
        await goOn(page);
        await filler.fillUntil('Ten parts of daily life');
        await filler.fillPage();
        await expect(heading(page)).toHaveText('Eating and drinking');

        const mark = outbox.mark();
        await press(page, 'Save for later');
        await expect(page.getByRole('alert')).toContainText('Your form is saved');
        await expect(heading(page)).toHaveText('Recover a form');
        const link = linkIn(await outbox.next(account.email, mark, /saved/), '/drafts/');
        await signOut(page, account);

        await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
        await fillSignIn(page, account);
        await openFromMenu(page, account, 'Recover a form');
        const draft = page.getByRole('listitem').filter({ hasText: FORM }).filter({ hasText: 'Available until' });
        await expect(draft).toHaveCount(1);
        await draft.getByRole('button', { name: 'Continue' }).click();
        expect(new URL(link).pathname).toBe(new URL(page.url()).pathname);

        await goOn(page);
        await expect(heading(page)).toHaveText('Eating and drinking');
        await filler.fillUntil();
        const recorded = [
            { question: 'Name', answer: [nameOf(account)] },
            { question: 'Email address', answer: [account.email] },
            ...filler.recorded,
        ];
        await expectAnswersIn(page.getByRole('main'), recorded, 'on “Check your answers”');

        const sent = outbox.mark();
        await press(page, 'Submit form');
        await expect(heading(page)).toHaveText('We have your form');
        const reference = (await page.locator('.govuk-panel__body strong').innerText()).trim();
        expect(reference).toMatch(/^ASC-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        expect((await outbox.next(account.email, sent, /We have your form/)).body).toContain(reference);

        await openFromMenu(page, account, 'Submitted forms');
        await expect(page.getByRole('main')).toContainText(reference);
        await page.getByRole('main').getByRole('link', { name: FORM }).click();
        await expectAnswersIn(page.getByRole('main'), recorded, 'on the copy');
        expectAnswers(await downloadedText(page, reference), recorded, 'in the PDF');

        await openFromMenu(page, account, 'Recover a form');
        await expect(page.getByRole('main')).toContainText('You have no saved forms');
    });
}

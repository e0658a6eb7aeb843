// Each of the council's forms, filled in, submitted and read back. Each seed takes another path through it.
import { createAccount } from '../fixtures/account';
import { downloadPdfText, expectAnswers, expectAnswersIn } from '../fixtures/recorded-answers';
import { FormFiller } from '../fixtures/form-filler';
import { forms, hiddenFromCopy, visibleOnCopy } from '../fixtures/forms';
import { PATHS } from '../fixtures/paths';
import { clickAndNavigate, continueFromTaskList, heading, clickButton, submittedReference, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

for (const form of forms) {
    for (const seed of [1, 2, 3]) {
        test(`${form.key}, seed ${seed}`, { tag: seed === 1 ? [] : ['@long'] }, async ({ page }) => {
            test.setTimeout(400_000);
            const account = await createAccount(page);
            const choose = PATHS[form.key]?.[seed - 1];
            const filler = new FormFiller(page, { seed, choose, changeMind: true });
            await startForm(page, form.name);
            await continueFromTaskList(page);
            await filler.fillUntil();
            expect(account.email).toBeTruthy();
            const main = page.getByRole('main');
            await expectAnswersIn(main, filler.recorded, 'on “Check your answers”');
            expectNone(await main.innerText(), filler.abandoned);

            await clickButton(page, 'Submit form');
            const reference = await submittedReference(page);
            const visible = visibleOnCopy(filler.recorded);
            const hidden = filler.recorded.filter(({ key, answer }) => hiddenFromCopy.has(key) && /Unasked| wrote about /.test(answer.join()));
            await clickAndNavigate(page, main.getByRole('link', { name: 'See what you sent' }));
            await expect(heading(page)).toHaveText(form.name);
            await expectAnswersIn(main, visible, 'on the copy');
            const pdf = await downloadPdfText(page, reference);
            expectAnswers(pdf, visible, 'in the PDF');
            for (const shown of [await main.innerText(), pdf]) {
                expectNone(shown, [...filler.abandoned, ...hidden.flatMap(({ answer }) => answer)]);
            }
        });
    }
}

function expectNone(text: string, unwanted: string[]): void {
    const normalised = text.replaceAll(/\s+/g, ' ');
    expect(unwanted.filter((one) => normalised.includes(one))).toEqual([]);
}

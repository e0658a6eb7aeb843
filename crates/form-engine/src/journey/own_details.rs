//! What somebody said about themselves in a form that their account can keep too.

use super::Journey;
use crate::{
    address::PostalAddress,
    definition::{ADDRESS_PARTS, Account, CONTACT_WAYS, Question},
    fields::typed,
};

/// Details of the person who filled in a form for themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnDetails {
    pub address: Option<PostalAddress>,
    /// The ways to be contacted, as values of [`CONTACT_WAYS`].
    pub ways: Vec<String>,
}

impl Journey<'_> {
    /// The answers to questions that are filled in from the account. Nothing from forms for somebody else, nor from
    /// forms that need discretion: somebody may look at the account.
    pub fn own_details(&self) -> OwnDetails {
        let mut own = OwnDetails::default();
        if self.form.needs_discretion() || self.is_about_someone_else() {
            return own;
        }
        let asked = self.pages().flat_map(|page| self.questions(page));
        for question in asked.filter(|question| !question.hidden_from_copy && question.is_own_if(|when| self.holds(when))) {
            match question.prefill.as_ref().map(|prefill| &prefill.with) {
                Some(Account::Address) => own.address = own.address.or_else(|| self.address(question)),
                Some(Account::Contact) => {
                    let chosen = self.answers.fields.get(&question.key).into_iter().flatten();
                    own.ways = chosen.filter(|way| CONTACT_WAYS.contains(&way.as_str())).cloned().collect();
                }
                _ => {}
            }
        }
        own
    }

    fn address(&self, question: &Question) -> Option<PostalAddress> {
        let parts = ADDRESS_PARTS.map(|part| format!("{}-{part}", question.key));
        PostalAddress::parse(parts.each_ref().map(|part| typed(&self.answers.fields, part))).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answers::Answers,
        definition::{Content, Form, Prefill, QuestionKind, QuestionOption, SomeoneElse},
        test_form::{form, is, page, page_mut, question},
    };
    use jiff::civil::date;

    fn asking() -> Form {
        let fill = |with: Account| Some(Prefill { with, when: is("who", "me") });
        let options = CONTACT_WAYS.map(|way| QuestionOption::plain(way, way)).to_vec();
        let address =
            Question { prefill: fill(Account::Address), ..question("home", QuestionKind::Address { autocomplete: false }) };
        let ways = Question { prefill: fill(Account::Contact), ..question("ways", QuestionKind::ManyOf { options }) };
        let other = question("other", QuestionKind::Address { autocomplete: false });
        let mut form = form();
        form.someone_else = Some(SomeoneElse { when: is("who", "other").unwrap(), name: Vec::new() });
        form.sections[1].pages.push(page("own", Content::Questions(vec![address, other, ways])).into());
        form
    }

    fn given(form: &Form, who: &str) -> OwnDetails {
        let mut answers = Answers::default();
        let mut say = |key: &str, value: &str| answers.fields.entry(key.to_owned()).or_default().push(value.to_owned());
        say("who", who);
        for key in ["home", "other"] {
            say(&format!("{key}-line1"), &format!("1 {key} Road"));
            say(&format!("{key}-town"), "Northmere");
        }
        say("ways", "phone");
        say("ways", "letter");
        Journey::new(form, &answers, date(2026, 11, 30)).own_details()
    }

    #[test]
    fn details_are_own_only_in_a_form_for_oneself_that_needs_no_discretion() {
        let mut form = asking();
        let own = given(&form, "me");
        assert_eq!(own.address.unwrap().one_line(), "1 home Road, Northmere");
        assert_eq!(own.ways, ["phone", "letter"]);
        assert_eq!(given(&form, "other"), OwnDetails::default());
        let Content::Questions(questions) = &mut page_mut(&mut form, "own").content else { panic!() };
        questions[0].hidden_from_copy = true;
        assert_eq!(given(&form, "me").address, None);
        form.sections[0].pages_mut().next().unwrap().quick_exit = true;
        assert_eq!(given(&form, "me"), OwnDetails::default());
    }
}

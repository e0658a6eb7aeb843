//! Lists whose items may get the same name, so that people can't tell them apart.

use super::lint;
use crate::{
    check::DefinitionError,
    definition::{Form, ListDef, Page, Question, QuestionKind},
};

/// The lists of a form whose items can't be told apart by their names.
pub fn alike(form: &Form) -> Vec<DefinitionError> {
    let outer = form.pages().filter_map(Page::list);
    let all = outer.flat_map(|list_def| std::iter::once(list_def).chain(list_def.lists.iter().map(|inner| &inner.list)));
    all.filter_map(of_list).collect()
}

/// Options are shared by many items. One answer may be too, and if the list asks for more that belongs in a name, its
/// author must choose.
fn of_list(list_def: &ListDef) -> Option<DefinitionError> {
    let mut naming = list_def.naming().into_iter().flatten();
    if naming.all(|question| !question.options().is_empty()) {
        let reason =
            format!("items of the list \"{}\" are named by options only, so two may have the same name", list_def.key);
        return Some(lint(&list_def.key, reason, "add questions to `named_by` whose answers differ"));
    }
    let more = list_def.questions.iter().skip(1).find(|question| tells_apart(question))?;
    list_def.named_by.is_empty().then(|| {
        let reason = format!(
            "items of the list \"{}\" are named by their first answer only, although there is also \"{}\"",
            list_def.key, more.key
        );
        lint(&list_def.key, reason, "say in `named_by` which questions name an item, even if it is the first only")
    })
}

/// Whether every item has a short answer to the question.
fn tells_apart(question: &Question) -> bool {
    let is_short =
        !matches!(question.kind, QuestionKind::LongText { .. } | QuestionKind::YesNo | QuestionKind::Declaration { .. });
    question.is_typed() && is_short && !question.optional && question.when.is_none() && !question.hidden_from_copy
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        definition::Content,
        test_form::{form, line, question},
    };

    fn reasons(change: impl FnOnce(&mut ListDef)) -> Vec<String> {
        let mut form = form();
        let Content::List(list_def) = &mut form.sections[1].pages_mut().next().unwrap().content else { panic!("no list") };
        change(list_def);
        alike(&form).into_iter().map(|lint| lint.reason).collect()
    }

    #[test]
    fn lists_whose_items_cannot_be_told_apart_are_found() {
        assert!(reasons(|_| {}).is_empty(), "the other questions are yes or no, or not always asked");
        let more = |list_def: &mut ListDef| list_def.questions.push(question("dose", line()));
        assert!(reasons(more)[0].contains("\"dose\""));
        let named = |list_def: &mut ListDef| {
            more(list_def);
            list_def.named_by = vec!["drug_name".into()];
        };
        assert!(reasons(named).is_empty());
        let by_option = |list_def: &mut ListDef| list_def.named_by = vec!["help".into()];
        assert!(reasons(by_option)[0].contains("options only"));
    }
}

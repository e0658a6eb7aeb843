use super::*;
use crate::{
    answers::{ItemPath, retain_known, unknown_fields},
    definition::QuestionKind,
    fields::Fields,
    test_form::{form, form_of, is, line, page, question},
};
use jiff::civil::date;
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 23);

fn answers(pairs: &[(&str, &str)], visited: &[&str]) -> Answers {
    Answers {
        fields: pairs.iter().map(|(k, v)| ((*k).to_owned(), vec![(*v).to_owned()])).collect(),
        visited: visited.iter().map(|slug| (*slug).to_owned()).collect(),
        ..Answers::default()
    }
}

const SPOT: ItemPath<'_> = ItemPath { list: "drugs", id: "i1", inner: None };

fn slugs(journey: &Journey<'_>) -> Vec<String> {
    journey.pages().map(|page| page.slug.clone()).collect()
}

#[test]
fn a_page_is_shown_only_while_its_condition_holds() {
    let form = form();
    let (me, other) = (answers(&[("who", "me")], &[]), answers(&[("who", "other"), ("rel", "son")], &[]));
    assert_eq!(slugs(&Journey::new(&form, &me, TODAY)), ["start", "who", "drugs"]);
    assert_eq!(slugs(&Journey::new(&form, &other, TODAY)), ["start", "who", "person", "drugs"]);
}

#[test]
fn an_answer_to_a_question_no_longer_asked_does_not_count() {
    let form = form();
    let changed = answers(&[("who", "me"), ("rel", "son"), ("p_name", "Ann")], &[]);
    let journey = Journey::new(&form, &changed, TODAY);
    assert!(!journey.asks("rel"));
    assert!(!journey.has_page("person"));
}

#[test]
fn visited_is_not_complete_and_answered_is_not_visited() {
    let form = form();
    let status = |answers: &Answers, slug: &str| Journey::new(&form, answers, TODAY).status(form.page(slug).unwrap());
    assert_eq!(status(&answers(&[], &[]), "who"), Status::NotStarted);
    assert_eq!(status(&answers(&[("who", "me")], &[]), "who"), Status::InProgress);
    assert_eq!(status(&answers(&[], &["who"]), "who"), Status::InProgress);
    assert_eq!(status(&answers(&[("who", "me")], &["who"]), "who"), Status::Complete);
    assert_eq!(status(&answers(&[("who", "other")], &["who"]), "who"), Status::InProgress);
}

#[test]
fn a_list_needs_its_minimum_and_complete_items() {
    let form = form();
    let page = form.page("drugs").unwrap();
    let list_def = page.list().unwrap();
    let mut list = answers(&[], &["drugs"]);
    let faults = |answers: &Answers| {
        Journey::new(&form, answers, TODAY).problems(page).into_iter().map(|p| p.fault).collect::<Vec<_>>()
    };
    assert_eq!(faults(&list), [ProblemKind::TooFew(1)]);
    let posted: Fields = [("drug_name".to_owned(), vec!["Aspirin".to_owned()])].into();
    list.replace_item(SPOT, &list_def.questions, &posted);
    assert_eq!(faults(&list), [ProblemKind::Unfinished]);
    let posted: Fields = [("drug_name", "Aspirin"), ("help", "no")].map(|(k, v)| (k.to_owned(), vec![v.to_owned()])).into();
    list.replace_item(SPOT, &list_def.questions, &posted);
    assert!(faults(&list).is_empty());
    list.remove_item(SPOT);
    assert_eq!(faults(&list), [ProblemKind::TooFew(1)]);
}

#[test]
fn the_journey_leads_page_by_page_to_check_your_answers() {
    let form = form();
    let me = answers(&[("who", "me")], &["start", "who"]);
    let journey = Journey::new(&form, &me, TODAY);
    assert!(matches!(journey.after("start"), NextPage::Page(page) if page.slug == "who"));
    assert!(matches!(journey.after("who"), NextPage::Page(page) if page.slug == "drugs"));
    assert_eq!(journey.after("drugs"), NextPage::Check);
    assert_eq!(journey.before("drugs").map(|page| page.slug.as_str()), Some("who"));
    assert!(journey.before("start").is_none());
    assert!(matches!(journey.first_open(), NextPage::Page(page) if page.slug == "drugs"));
    assert_eq!(journey.done(), (2, 3));
}

#[test]
fn a_page_ignores_answers_to_other_questions_and_keeps_hidden_ones() {
    let form = form();
    let page = form.page("who").unwrap();
    let mut draft = Answers::default();
    let posted: Fields =
        [("who", "me"), ("rel", "son"), ("p_name", "forged")].map(|(k, v)| (k.to_owned(), vec![v.to_owned()])).into();
    draft.replace_page(page, &posted);
    assert_eq!(draft.fields.keys().collect::<Vec<_>>(), ["rel", "who"]);
    assert_eq!(unknown_fields(page.questions(), &posted), 1);
}

proptest! {
    /// Browser and server agree on which questions of a page are asked.
    #[test]
    fn browser_and_server_ask_the_same_questions(who in "me|other|", rel in "[a-z]{0,2}") {
        let form = form();
        let draft = answers(&[("who", &who), ("rel", &rel)], &[]);
        let journey = Journey::new(&form, &draft, TODAY);
        for page in journey.pages() {
            let server: Vec<&str> = journey.questions(page).map(|q| q.key.as_str()).collect();
            let rules = journey.rules(page.questions());
            prop_assert_eq!(server, rules.follow(&draft.of_page(page)).asked);
        }
    }

    /// Whatever is answered, following "Continue" ends at the check.
    #[test]
    fn every_journey_ends(who in "me|other|x", rel in "[a-z]{0,2}") {
        let form = form();
        let draft = answers(&[("who", &who), ("rel", &rel)], &[]);
        let journey = Journey::new(&form, &draft, TODAY);
        let mut slug = "start".to_owned();
        let mut steps = 0;
        while let NextPage::Page(page) = journey.after(&slug) {
            slug.clone_from(&page.slug);
            steps += 1;
            prop_assert!(steps < 10);
        }
    }
}

/// A page evaluates what it shows and what that depends on, and nothing else of a form with 1,400 questions.
#[test]
fn the_cost_of_a_page_does_not_depend_on_the_length_of_the_form() {
    let number = |number: usize| {
        let key = format!("q{number}");
        let when = is(&format!("q{}", number / 2), "yes").filter(|_| number > 4);
        Question { when, ..question(&key, QuestionKind::YesNo) }
    };
    let pages = (0..280).map(|at| {
        let questions = (at * 5..at * 5 + 5).map(number).collect();
        let when = is(&format!("q{}", at * 5 / 2), "yes").filter(|_| at > 0);
        Page { when, ..page(&format!("page{at}"), Content::Questions(questions)) }
    });
    let form = form_of(vec![Section::new("All", pages.collect())]);
    let mut answers = Answers::default();
    answers.fields.extend((0..1400).map(|number| (format!("q{number}"), vec!["yes".to_owned()])));

    let journey = Journey::new(&form, &answers, TODAY);
    let page = form.page("page200").unwrap();
    let _ = (journey.problems(page), journey.rules(page.questions()), journey.after("page200"), journey.before("page200"));
    let known = journey.known.borrow();
    assert!(known.questions.len() + known.pages.len() < 40, "{} and {}", known.questions.len(), known.pages.len());
}

#[test]
fn invisible_characters_alone_are_no_answer() {
    let posted: Fields = [("q".into(), vec!["\0".into(), String::new()])].into();
    assert_eq!(retain_known(&[question("q", QuestionKind::YesNo)], &posted), Fields::new());
}

#[test]
fn an_option_reveals_the_questions_whose_condition_names_it() {
    let form = form();
    let nothing = answers(&[], &[]);
    let rules = Journey::new(&form, &nothing, TODAY).rules(form.page("who").unwrap().questions());
    let revealed = |value| rules.revealed_by("who", value).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!((revealed("other"), revealed("me")), (vec!["rel".to_owned()], Vec::new()));
}

#[test]
fn questions_that_earlier_pages_rule_out_stay_hidden_whatever_is_typed() {
    let plain = |key: &str, value: &str| Arc::unwrap_or_clone(is(key, value).unwrap());
    let both = |key: &str, value: &str| Some(Arc::new(Condition::All(vec![plain("who", "other"), plain(key, value)])));
    let questions = vec![
        question("ways", QuestionKind::YesNo),
        Question { when: is("who", "other"), ..question("earlier", line()) },
        Question { when: is("ways", "yes"), ..question("own", line()) },
        Question { when: both("ways", "yes"), ..question("mixed", line()) },
        Question { when: is("earlier", "x"), ..question("follows", line()) },
        Question { when: Some(Arc::new(Condition::Not(Box::new(plain("who", "me"))))), ..question("unless", line()) },
    ];
    let mut form = form();
    form.sections[1].pages.push(page("more", Content::Questions(questions)).into());
    let out = |who: &str| {
        let answers = answers(&[("who", who)], &[]);
        let rules = Journey::new(&form, &answers, TODAY).rules(form.page("more").unwrap().questions());
        rules.ruled_out().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(out("me"), ["earlier", "follows", "mixed", "unless"]);
    assert_eq!(out("other"), Vec::<String>::new());
}

//! A question about an address: its lines, and where addresses can be looked up, the postcode first with a button to
//! find them.

use super::{QuestionContext, asking, help, input_name};
use crate::{
    components::{
        button::{Button, Weight},
        form::Hidden,
        problems::problem_beside,
    },
    context,
    field_error::FieldError,
    find_address::{CHOSEN, FIND, FOUND, FoundAddresses, Outcome, USE, can_look_up, list_id},
};
use form_engine::{
    address::PostalAddress,
    definition::{ADDRESS_PARTS, Question},
    fields::typed,
};
use govuk::{
    Attributes, Choice, Content, FormGroup,
    fieldset::{Fieldset, fieldset},
    group,
    hint::{Hint, hint},
    input::{Input, input},
    inset_text::{InsetText, inset_text},
    radios::{Radios, radios},
};
use leptos::prelude::*;

/// The label, autocomplete value and width of an address input.
pub struct AddressPart {
    pub text: &'static str,
    pub token: &'static str,
    pub width: &'static str,
}

/// `part` must be one of [`ADDRESS_PARTS`].
pub fn address_part(part: &str) -> AddressPart {
    let t = context::messages();
    let (text, token, width) = match part {
        "line1" => (t.address_line1(), "address-line1", ""),
        "line2" => (t.address_line2(), "address-line2", ""),
        "town" => (t.address_town(), "address-level2", "govuk-!-width-two-thirds"),
        "county" => (t.address_county(), "address-level1", "govuk-!-width-two-thirds"),
        _ => (t.address_postcode(), "postal-code", "govuk-input--width-10"),
    };
    AddressPart { text, token, width }
}

/// `own` is whether the browser may fill it in.
pub(super) fn address(question: &Question, around: QuestionContext<'_>, problem: Option<&FieldError>, own: bool) -> AnyView {
    let part = |part: &str| {
        let field = format!("{}-{part}", question.key);
        let AddressPart { text, token, width } = address_part(part);
        input(Input {
            error_message: problem
                .filter(|problem| problem.field == field)
                .map(|problem| problem_beside(problem.message.clone())),
            value: Some(typed(around.fields, &field).to_owned()),
            name: input_name(&field),
            id: field,
            label: text.into(),
            autocomplete: if own { token.into() } else { String::new() },
            classes: width.into(),
            ..Input::default()
        })
    };
    let parts = if can_look_up() {
        let found = around.addresses.filter(|found| found.key == question.key).map(found_view);
        let find = format!("{FIND}{}", question.key);
        let lines = ADDRESS_PARTS.into_iter().filter(|name| *name != "postcode").map(part).collect_view();
        let button =
            view! { <Button text=context::messages().address_find() name="go" value=find weight=Weight::Secondary/> };
        view! { {part("postcode")} {button} {found} {lines} }.into_any()
    } else {
        ADDRESS_PARTS.into_iter().map(part).collect_view().into_any()
    };
    let help = help(question);
    let hint_id = help.as_ref().map(|_| format!("{}-hint", question.key)).unwrap_or_default();
    let help = help.map(|help| hint(Hint { id: hint_id.clone(), ..help.into() }));
    let set = fieldset(Fieldset {
        content: Content::view(view! { {help} {parts} }),
        described_by: hint_id,
        attributes: Attributes::new().with("id", question.key.clone()),
        ..asking(question)
    });
    group(FormGroup::default(), false, set)
}

/// The addresses of the postcode to choose from, or why there are none. The lines below can always be typed.
fn found_view(found: &FoundAddresses) -> AnyView {
    let t = context::messages();
    let text = |text: String| inset_text(InsetText { content: text.into(), ..InsetText::default() });
    let content = match &found.outcome {
        Outcome::Found(all) if !all.is_empty() => choices(found, all),
        Outcome::Found(_) => text(t.form_address_none(values::postcode(&found.postcode).unwrap_or_default())),
        Outcome::NotAPostcode => text(t.form_address_postcode().to_owned()),
        Outcome::Unanswered => text(t.form_address_unanswered().to_owned()),
    };
    view! { <div id=list_id(&found.key)>{content}</div> }.into_any()
}

fn choices(found: &FoundAddresses, all: &[PostalAddress]) -> AnyView {
    let t = context::messages();
    let item = |address: &PostalAddress| Choice::new(address.one_line(), address.one_line());
    let postcode = values::postcode(&found.postcode).unwrap_or_default();
    let list = radios(Radios {
        id_prefix: format!("{}-address", found.key),
        name: CHOSEN.into(),
        items: all.iter().map(item).collect(),
        fieldset: Some(Fieldset::medium(t.address_of(postcode))),
        error_message: found.is_unchosen.then(|| problem_beside(t.form_address_unchosen().to_owned())),
        ..Radios::default()
    });
    let take = format!("{USE}{}", found.key);
    view! {
        <Hidden name=FOUND value=found.key.clone()/>
        {list}
        <Button text=t.form_address_use() name="go" value=take weight=Weight::Secondary/>
        <p class="govuk-body">{t.form_address_type()}</p>
    }
    .into_any()
}

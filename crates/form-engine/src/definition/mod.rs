//! A form as a council publishes it: sections, pages, questions. See `docs/forms.md` for the file format.

mod calculation;
mod charges;
mod form;
mod index;
mod kind;
mod page;
mod question;
mod second_wording;
mod sharing;
mod uses;

pub use crate::amount::{Unit, ValueType};
pub use calculation::{Calculation, Formula, Frequency, Term};
pub use charges::{CHARGE, ChargeView, Charging, ExpenseList, PropertyList};
pub use form::{After, Before, Form, FormHeader, HomeGroup, OldDrafts, ReuseListRule, ReuseRule};
pub use index::PagePosition;
pub use kind::{AccountFact, DateIs, FileKind, QuestionKind, QuestionOption};
pub use page::{Content, InnerList, ListDef, Page, Section};
pub use question::{ADDRESS_PARTS, Account, CONTACT_WAYS, Prefill, Question};
pub use second_wording::{OptionWording, SecondWording, SomeoneElse};
pub use sharing::SharedParts;
pub use uses::{DataUse, LegalBasis, NamedText, Uses};

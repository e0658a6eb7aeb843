//! Messages for validation errors.
//!
//! They follow the GOV.UK Design System: they name the answer, say what to do, and don't blame the person.

use crate::{Messages, args};
use form_engine::{
    address::LONGEST_PART,
    language::Language,
    problem::{About, Problem, ProblemKind},
    text::capitalised,
};
use values::format_money;

impl Messages {
    /// The error message for an answer.
    pub fn problem(self, problem: &Problem) -> String {
        let (question, name) = match &problem.about {
            About::Question { label, missing } => (label.as_str(), self.name(missing)),
            About::Item(item) => (item.as_str(), item.clone()),
        };
        let name = name.as_str();
        match &problem.fault {
            ProblemKind::Missing => match &problem.about {
                About::Question { missing, .. } => missing.clone(),
                About::Item(_) => String::new(),
            },
            ProblemKind::TooLong(max) => self.fault_too_long(args::FaultTooLong { max: &max.to_string(), name, question }),
            ProblemKind::NotNumber => self.fault_not_number(args::FaultNotNumber { name, question }),
            ProblemKind::SeveralNumbers => self.fault_several_numbers(args::FaultSeveralNumbers { name, question }),
            ProblemKind::NotWhole => self.fault_not_whole(args::FaultNotWhole { name, question }),
            ProblemKind::NotBetween(min, max) => self.outside(name, question, Some(min.to_string()), Some(max.to_string())),
            ProblemKind::TooSmall(min) => self.outside(name, question, Some(min.to_string()), None),
            ProblemKind::TooLarge(max) => self.outside(name, question, None, Some(max.to_string())),
            ProblemKind::NotMoney => self.fault_not_money(args::FaultNotMoney { name, question }),
            ProblemKind::NotPounds => self.fault_not_pounds(args::FaultNotPounds { name, question }),
            ProblemKind::PartsOfPence => self.fault_parts_of_pence(args::FaultPartsOfPence { name, question }),
            ProblemKind::CommaForPoint => self.fault_comma_for_point(args::FaultCommaForPoint { name, question }),
            ProblemKind::SeveralSums => self.fault_several_sums(args::FaultSeveralSums { name, question }),
            ProblemKind::MoneyBelowZero => self.outside(name, question, Some(format_money(0)), None),
            ProblemKind::NotLength => self.fault_not_length(args::FaultNotLength { name, question }),
            ProblemKind::LengthOutside(min, max) => {
                self.outside(name, question, min.map(|cm| self.length_limit(cm)), max.map(|cm| self.length_limit(cm)))
            }
            ProblemKind::NotWeight => self.fault_not_weight(args::FaultNotWeight { name, question }),
            ProblemKind::WeightOutside(min, max) => {
                self.outside(name, question, min.map(|kg| self.weight_limit(kg)), max.map(|kg| self.weight_limit(kg)))
            }
            ProblemKind::TooMuchMoney(max) => self.outside(name, question, None, Some(format_money(*max))),
            ProblemKind::Email => self.fault_email().to_owned(),
            ProblemKind::EmailSlip { meant, .. } => self.fault_email_slip(meant.as_str()),
            ProblemKind::Phone => self.fault_phone().to_owned(),
            ProblemKind::PhoneDigits(digits) => self.fault_phone_digits(*digits),
            ProblemKind::NationalInsurance => self.fault_national_insurance().to_owned(),
            ProblemKind::NhsNumber => self.fault_nhs_number().to_owned(),
            ProblemKind::NotAlone(option) => self.fault_not_alone(option.as_str()),
            ProblemKind::DateWithout(parts) => {
                self.fault_date_without(args::FaultDateWithout { name, parts: &self.parts(parts), question })
            }
            ProblemKind::DateNotReal => self.fault_date_not_real(args::FaultDateNotReal { name, question }),
            ProblemKind::YearShort => self.fault_year_short(question),
            ProblemKind::DateNotPast => self.fault_date_not_past(args::FaultDateNotPast { name, question }),
            ProblemKind::DateNotFuture => self.fault_date_not_future(args::FaultDateNotFuture { name, question }),
            ProblemKind::AddressLineLong => self.fault_address_line_long(LONGEST_PART),
            ProblemKind::AddressWithoutLine => self.fault_address_without_line().to_owned(),
            ProblemKind::AddressWithoutTown => self.fault_address_without_town().to_owned(),
            ProblemKind::Postcode => self.fault_postcode().to_owned(),
            ProblemKind::TooFew(1) => self.fault_too_few_one(question),
            ProblemKind::TooFew(min) => self.fault_too_few(args::FaultTooFew { min: &min.to_string(), question }),
            ProblemKind::Unfinished => self.fault_unfinished(question),
            ProblemKind::Stopped => self.fault_stopped(question),
        }
    }

    /// The message for an answer outside its limits.
    fn outside(self, name: &str, question: &str, min: Option<String>, max: Option<String>) -> String {
        match (min.as_deref(), max.as_deref()) {
            (Some(min), Some(max)) => self.fault_not_between(args::FaultNotBetween { max, min, name, question }),
            (Some(min), None) => self.fault_too_small(args::FaultTooSmall { min, name, question }),
            (None, max) => self.fault_too_large(args::FaultTooLarge { max: max.unwrap_or_default(), name, question }),
        }
    }

    /// How messages name the answer: "Enter your date of birth" gives "Your date of birth". This works only in
    /// English; other languages repeat the question, because their verbs change the words after them. A separate
    /// field for the name in each question would make a new version of every form that drafts were started with.
    fn name(self, missing: &str) -> String {
        let named = ["Enter ", "Select "].iter().find_map(|verb| missing.strip_prefix(verb));
        let named = named.filter(|_| self.language() != Language::Welsh);
        capitalised(named.unwrap_or_else(|| self.fault_your_answer()))
    }

    /// For example "day and month".
    fn parts(self, parts: &[&str]) -> String {
        let part = |part: &&str| match *part {
            "day" => self.date_part_day_within(),
            "month" => self.date_part_month_within(),
            _ => self.date_part_year_within(),
        };
        parts.iter().map(part).collect::<Vec<_>>().join(self.date_parts_and())
    }
}

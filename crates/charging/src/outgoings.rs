//! What somebody must pay before they can pay for care: housing, and payments ordered by a court or the law.

use super::{
    facts::Facts,
    line::{ChargeLine, ChargePart, LineCode},
    person::{Person, Setting},
    sums::{part_down, total},
};

pub(super) fn outgoings(facts: &Facts, person: &Person) -> Vec<ChargeLine> {
    let mut lines = housing(facts, person);
    for fact in ["court_orders", "child_maintenance", "other_commitments"] {
        if let Some(pence) = facts.pence(fact).filter(|pence| *pence > 0) {
            lines.push(ChargeLine::new(ChargePart::Outgoings, LineCode::Commitment, -pence).about(fact));
        }
    }
    lines
}

fn housing(facts: &Facts, person: &Person) -> Vec<ChargeLine> {
    let costs = || facts.sums("housing_").filter(|(_, pence)| *pence > 0);
    if person.setting == Setting::Permanent {
        let paid = total(costs().map(|(_, pence)| pence));
        let note = (paid > 0).then(|| ChargeLine::note(ChargePart::Outgoings, LineCode::HousingNotInCareHome).given(paid));
        return note.into_iter().collect();
    }
    let mut lines: Vec<ChargeLine> =
        costs().map(|(kind, pence)| ChargeLine::new(ChargePart::Outgoings, LineCode::Housing, -pence).about(kind)).collect();
    if lines.is_empty() && facts.sums("housing_").next().is_none() {
        lines.push(ChargeLine::note(ChargePart::Outgoings, LineCode::HousingNotGiven));
    }
    let sharers = facts.people("housing_sharers").unwrap_or(1);
    let paid = total(costs().map(|(_, pence)| pence));
    let others = part_down(paid, sharers - 1, sharers);
    if others > 0 {
        lines.push(ChargeLine::new(ChargePart::Outgoings, LineCode::HousingShared, others).given(sharers));
    }
    lines
}

//! Splits the column into pages. Pure: lines in, pages of placed lines out.

use super::compose::FlowLine;
use super::style::{TEXT_BOTTOM, TEXT_TOP};

/// A line at its position on a page.
#[derive(Debug)]
pub(super) struct Placed {
    /// The top of the line's box, in points from the bottom of the page.
    pub top: f32,
    pub line: FlowLine,
    /// It is the first on the page, so nothing is drawn above it.
    pub is_first: bool,
}

/// The lines of one page, from top to bottom.
pub(super) type Page = Vec<Placed>;

/// Splits a column into pages; there is always at least one.
pub(super) fn paginate(lines: Vec<FlowLine>) -> Vec<Page> {
    let mut pages = Pages { done: Vec::new(), page: Vec::new(), top: TEXT_TOP };
    let mut group = Vec::new();
    for line in lines {
        let is_end = !line.keep_with_next;
        group.push(line);
        if is_end {
            pages.place_group(std::mem::take(&mut group));
        }
    }
    pages.place_group(group);
    pages.done.push(pages.page);
    pages.done
}

struct Pages {
    done: Vec<Page>,
    page: Page,
    /// The top of the next line's box.
    top: f32,
}

impl Pages {
    /// Lines that belong together move to the next page together, unless they don't fit on any page.
    fn place_group(&mut self, group: Vec<FlowLine>) {
        let height: f32 = group.iter().map(|line| line.space_before + line.height).sum();
        let fits_a_page = height <= TEXT_TOP - TEXT_BOTTOM;
        if fits_a_page && !self.has_room(height) {
            self.turn();
        }
        for line in group {
            self.place(line);
        }
    }

    fn place(&mut self, line: FlowLine) {
        if !self.has_room(line.space_before + line.height) {
            self.turn();
        }
        let is_first = self.page.is_empty();
        if is_first && line.is_blank() {
            // The page break separates the paragraphs already.
            return;
        }
        let space = if is_first { 0.0 } else { line.space_before };
        let top = self.top - space;
        self.top = top - line.height;
        self.page.push(Placed { top, line, is_first });
    }

    fn has_room(&self, height: f32) -> bool {
        self.page.is_empty() || self.top - height >= TEXT_BOTTOM
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.top = TEXT_TOP;
    }
}

#[cfg(test)]
mod tests {
    use super::super::compose::{Decoration, PlacedText};
    use super::super::fonts::{FaceId, Weight};
    use super::super::runs::{Run, TextLine};
    use super::super::shape::ClusterKind;
    use super::super::style::STANDARD;
    use super::*;

    const LINES_PER_PAGE: usize = 35;

    fn line(keep_with_next: bool) -> FlowLine {
        let height = (TEXT_TOP - TEXT_BOTTOM - 1.0) / 35.0;
        let face = FaceId::own(Weight::Regular);
        let runs = vec![Run { face, text: "a".to_owned(), kind: ClusterKind::Plain, is_rtl: false, glyphs: Vec::new() }];
        let pieces =
            vec![PlacedText { node: None, style: STANDARD.answer, x: 0.0, line: TextLine { runs, ..TextLine::default() } }];
        FlowLine { pieces, space_before: 0.0, height, keep_with_next, decoration: Decoration::None }
    }

    fn sizes(keeps: &[bool]) -> Vec<usize> {
        let pages = paginate(keeps.iter().map(|keep| line(*keep)).collect());
        pages.iter().map(Vec::len).collect()
    }

    #[test]
    fn an_empty_column_is_one_page() {
        assert_eq!(sizes(&[]), [0]);
    }

    #[test]
    fn loose_lines_fill_the_page() {
        assert_eq!(sizes(&[false; 100]), [LINES_PER_PAGE, LINES_PER_PAGE, 30]);
    }

    #[test]
    fn a_question_goes_over_with_its_answer() {
        let mut keeps = vec![false; LINES_PER_PAGE - 2];
        keeps.extend([true, true, false]);
        assert_eq!(sizes(&keeps), [LINES_PER_PAGE - 2, 3]);
    }

    #[test]
    fn what_fits_exactly_stays() {
        let mut keeps = vec![false; LINES_PER_PAGE - 3];
        keeps.extend([true, true, false]);
        assert_eq!(sizes(&keeps), [LINES_PER_PAGE]);
    }

    #[test]
    fn what_no_page_can_hold_is_broken_where_the_page_ends() {
        let mut keeps = vec![false];
        keeps.extend([true; 50]);
        assert_eq!(sizes(&keeps), [LINES_PER_PAGE, 51 - LINES_PER_PAGE]);
    }

    #[test]
    fn a_blank_line_never_opens_a_page() {
        let mut lines: Vec<FlowLine> = (0..LINES_PER_PAGE + 2).map(|_| line(false)).collect();
        lines[LINES_PER_PAGE].pieces.clear();
        let pages = paginate(lines);
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [LINES_PER_PAGE, 1]);
        assert!(pages[1][0].is_first && !pages[1][0].line.is_blank());
    }

    #[test]
    fn every_line_stands_inside_the_margins() {
        for page in paginate((0..200).map(|at| line(at % 3 == 0)).collect()) {
            for placed in page {
                assert!(placed.top <= TEXT_TOP);
                assert!(placed.top - placed.line.height >= TEXT_BOTTOM);
            }
        }
    }
}

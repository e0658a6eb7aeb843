//! Days and times of day, as people write them.

use crate::{Messages, args};
use jiff::civil::{Date, Time};

impl Messages {
    /// "3 March 1947".
    pub fn day(self, date: Date) -> String {
        let (day, year) = (date.day().to_string(), date.year().to_string());
        self.date(args::Date { day: &day, month: self.month(date.month()), year: &year })
    }

    fn month(self, number: i8) -> &'static str {
        match number {
            1 => self.month_1(),
            2 => self.month_2(),
            3 => self.month_3(),
            4 => self.month_4(),
            5 => self.month_5(),
            6 => self.month_6(),
            7 => self.month_7(),
            8 => self.month_8(),
            9 => self.month_9(),
            10 => self.month_10(),
            11 => self.month_11(),
            _ => self.month_12(),
        }
    }

    /// "9:42pm".
    pub fn time(self, time: Time) -> String {
        let (hour, is_morning) = match time.hour() {
            0 => (12, true),
            hour @ 1..=11 => (hour, true),
            12 => (12, false),
            hour => (hour - 12, false),
        };
        let (hour, minute) = (&hour.to_string(), &format!("{:02}", time.minute()));
        if is_morning { self.time_am(args::TimeAm { hour, minute }) } else { self.time_pm(args::TimePm { hour, minute }) }
    }

    /// The end of a day: "11:59pm on 3 March 2027".
    pub fn end_of(self, day: Date) -> String {
        self.date_end(self.day(day))
    }
}

package timex_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/whomgraph/whom/extract/timex"
)

// Days of publication in the tables: a Tuesday, a Thursday, a Saturday.
const (
	tuesday  = "2022-02-01"
	thursday = "2022-02-03"
	saturday = "2022-02-05"
)

func TestResolve(t *testing.T) {
	const back, ahead, nearest = timex.Back, timex.Ahead, timex.Nearest
	tests := []struct {
		reason, words, published string
		direction                timex.Direction
		want                     string
	}{
		{"a weekday that has been", "Tuesday", thursday, back, "2022-02-01"},
		{"the same weekday that will be", "Tuesday", thursday, ahead, "2022-02-08"},
		{"the day of publication itself", "Tuesday", tuesday, back, "2022-02-01"},
		{"the day of publication looked ahead to", "Tuesday", tuesday, ahead, "2022-02-01"},
		{"the nearer Tuesday is past", "Tuesday", thursday, nearest, "2022-02-01"},
		{"the nearer Saturday comes", "Saturday", thursday, nearest, "2022-02-05"},
		{"a preposition before it", "on Wednesday", thursday, back, "2022-02-02"},
		{"a part of a day is the day", "Tuesday night", thursday, back, "2022-02-01"},
		{"so is a part before it", "late Monday", thursday, back, "2022-01-31"},
		{"a time of day before it", "noon on Saturday", saturday, back, "2022-02-05"},
		{"a clock before it", "6 a.m. Tuesday", thursday, back, "2022-02-01"},
		{"a clock after it", "Tuesday at 10:30 p.m. local time", thursday, back, "2022-02-01"},
		{"an earlier part", "Earlier Thursday", thursday, back, "2022-02-03"},
		{"last is before today", "last Thursday", thursday, back, "2022-01-27"},
		{"last may be in this week", "last Tuesday", thursday, back, "2022-02-01"},
		{"next is in the next week", "next Friday", tuesday, ahead, "2022-02-11"},
		{"this is in the week", "this Friday", tuesday, back, "2022-02-04"},
		{"coming is the first to come", "this coming Monday", saturday, ahead, "2022-02-07"},
		{"past is before today", "this past Sunday", thursday, back, "2022-01-30"},
		{"a weekday with its week", "Tuesday of last week", thursday, back, "2022-01-25"},
		{"several Tuesdays", "Tuesdays", thursday, back, ""},

		{"today", "today", tuesday, back, "2022-02-01"},
		{"tonight", "tonight", tuesday, ahead, "2022-02-01"},
		{"a part of today", "this morning", tuesday, back, "2022-02-01"},
		{"the evening before", "last night", tuesday, back, "2022-01-31"},
		{"over the end of a month", "yesterday", tuesday, back, "2022-01-31"},
		{"a part of yesterday", "Earlier yesterday", tuesday, back, "2022-01-31"},
		{"tomorrow", "tomorrow evening", tuesday, ahead, "2022-02-02"},
		{"two days before", "the day before yesterday", thursday, back, "2022-02-01"},
		{"two days after", "the day after tomorrow", thursday, ahead, "2022-02-05"},
		{"no such day", "the day after yesterday", thursday, ahead, ""},
		{"the day told of is that of publication", "earlier in the day", tuesday, back, "2022-02-01"},
		{"both words at once", "midnight tonight", tuesday, ahead, "2022-02-01"},

		{"a week has a number", "last week", tuesday, back, "2022-W04"},
		{"a part of it", "early next week", tuesday, ahead, "2022-W06"},
		{"the week of publication", "earlier this week", tuesday, back, "2022-W05"},
		{"a week that began in the year before", "last week", "2022-01-05", back, "2021-W52"},
		{"a month", "last month", tuesday, back, "2022-01"},
		{"a part of a month", "late last month", tuesday, back, "2022-01"},
		{"a month over the end of a year", "next month", "2021-12-31", ahead, "2022-01"},
		{"the month of publication", "the end of the month", tuesday, ahead, "2022-02"},
		{"a year", "last year", tuesday, back, "2021"},
		{"a year ahead", "early next year", tuesday, ahead, "2023"},
		{"the weekend that has been", "over the weekend", tuesday, back, "2022-01-29/2022-01-30"},
		{"the weekend to come", "the weekend", tuesday, ahead, "2022-02-05/2022-02-06"},
		{"the weekend that has begun", "the weekend", saturday, back, "2022-02-05/2022-02-06"},
		{"a quarter", "last quarter", tuesday, back, "2021-10/2021-12"},
		{"a number of days", "the past three days", thursday, back, "2022-01-31/2022-02-03"},
		{"a number of years ahead", "the next five years", tuesday, ahead, "2022/2027"},
		{"one that lasts till now", "over the past year", tuesday, back, "2021/2022"},
		{"a season has no months everywhere", "this fall", tuesday, ahead, "2022"},
		{"which winter is not sure", "last winter", tuesday, back, ""},

		{"days ago", "two days ago", tuesday, back, "2022-01-30"},
		{"weeks ago, no more exact", "a week ago", tuesday, back, "2022-W04"},
		{"months ago", "six months ago", tuesday, back, "2021-08"},
		{"years ago", "about 20 years ago", tuesday, back, "2002"},
		{"a decade ago", "a decade ago", tuesday, back, "2012"},
		{"hours ago", "three hours ago", tuesday, back, "2022-02-01"},
		{"a number that is not told", "several years ago", tuesday, back, ""},
		{"a time to come", "in two weeks", tuesday, ahead, "2022-W07"},
		{"told so as well", "in three months' time", tuesday, ahead, "2022-05"},
		{"looking back that is a length", "in two weeks", tuesday, back, ""},

		{"a day and a month that have been", "3 May", tuesday, back, "2021-05-03"},
		{"and that will be", "on May 3", tuesday, ahead, "2022-05-03"},
		{"the day of publication", "Feb. 1", tuesday, back, "2022-02-01"},
		{"the nearest in another year", "December 20", tuesday, nearest, "2021-12-20"},
		{"a year of its own", "December 31, 1963", tuesday, back, "1963-12-31"},
		{"commas that stand apart", "October 6 , 1973", tuesday, back, "1973-10-06"},
		{"day first", "26 January 1828", tuesday, back, "1828-01-26"},
		{"an ordinal", "the 3rd of May", tuesday, ahead, "2022-05-03"},
		{"a weekday before the date", "Tuesday, 25 January 2022", tuesday, back, "2022-01-25"},
		{"a date in digits", "2021-11-30", tuesday, back, "2021-11-30"},
		{"no such date", "Feb. 30", tuesday, back, ""},
		{"not in every year", "February 29", "2021-06-01", back, "2020-02-29"},
		{"ten months ago the year would be named", "February 18", tuesday, back, "2022-02-18"},
		{"ten months ahead as well", "January 20", tuesday, ahead, "2022-01-20"},
		{"moved there", "to Friday", tuesday, ahead, "2022-02-04"},
		{"an end that may lie ahead", "until March", tuesday, back, "../2022-03"},

		{"a month that has been", "in January", tuesday, back, "2022-01"},
		{"one that must be of last year", "March", tuesday, back, "2021-03"},
		{"the same looked ahead to", "March", tuesday, ahead, "2022-03"},
		{"a part of the month of publication", "early February", tuesday, ahead, "2022-02"},
		{"last is of last year here", "last March", tuesday, back, "2021-03"},
		{"next is of this year here", "next March", tuesday, ahead, "2022-03"},
		{"a month with its year", "November 1998", tuesday, back, "1998-11"},
		{"a month of last year", "August of last year", tuesday, back, "2021-08"},
		{"that year is told elsewhere", "August of that year", tuesday, back, ""},

		{"a year alone", "2008", tuesday, back, "2008"},
		{"with a preposition", "in 2014", tuesday, back, "2014"},
		{"a part of a year", "late 2002", tuesday, back, "2002"},
		{"a season of a year", "the spring of 2021", tuesday, back, "2021"},
		{"a decade", "the 1990s", tuesday, back, "1990/1999"},
		{"a part of a decade", "the mid-1990s", tuesday, back, "1990/1999"},
		{"a century", "the 18th century", tuesday, back, "1701/1800"},
		{"a quarter of a year", "the first quarter of next year", tuesday, ahead, "2023-01/2023-03"},
		{"months of a year", "the first nine months of this year", tuesday, back, "2022-01/2022-09"},
		{"half of a year", "the second half of 2021", tuesday, back, "2021-07/2021-12"},
		{"a year of money is another year", "fiscal year 2024", tuesday, back, ""},
		{"a number that is no year", "1,500", tuesday, back, ""},

		{"from a year to a year", "from 2017 to 2019", tuesday, back, "2017/2019"},
		{"between them", "between 1990 and 1995", tuesday, back, "1990/1995"},
		{"joined by a dash", "2017–2019", tuesday, back, "2017/2019"},
		{"months of one year", "June to August 2021", tuesday, back, "2021-06/2021-08"},
		{"over the end of a year", "December to February", tuesday, ahead, "2021-12/2022-02"},
		{"days of one month", "3 to 5 May", tuesday, ahead, "2022-05-03/2022-05-05"},
		{"days behind the month", "May 3-5", tuesday, ahead, "2022-05-03/2022-05-05"},
		{"days of a week", "Monday to Friday", saturday, back, "2022-01-31/2022-02-04"},
		{"ends of two kinds", "Monday to 3 May", tuesday, ahead, "2022-05-02/2022-05-03"},
		{"the wrong way round", "2019 to 2017", tuesday, back, ""},
		{"a beginning", "since Monday", tuesday, back, "2022-01-31/.."},
		{"a beginning in a year", "since 2014", tuesday, back, "2014/.."},
		{"an end", "until Friday", tuesday, ahead, "../2022-02-04"},
		{"at the latest", "by the end of the year", tuesday, ahead, "../2022"},

		{"before an hour of the day it is that day", "before dawn on Monday", tuesday, back, "2022-01-31"},
		{"after a clock as well", "after 6 p.m. on Monday", tuesday, back, "2022-01-31"},
		{"a week cut by a dash", "mid-week", tuesday, back, "2022-W05"},
		{"before our count", "999 decades ago", tuesday, back, ""},

		{"a length", "three days", tuesday, back, ""},
		{"how long", "for two years", tuesday, back, ""},
		{"how often", "each year", tuesday, back, ""},
		{"vague", "recently", tuesday, back, ""},
		{"from another time of the story", "a day earlier", tuesday, back, ""},
		{"the next day of the story", "the next day", tuesday, back, ""},
		{"the next week of the story", "the next week", tuesday, back, ""},
		{"a day of the story", "that day", tuesday, back, ""},
		{"how many times", "the second time", tuesday, back, ""},
		{"words that are not known", "the dark days of World War II", tuesday, back, ""},
		{"no words", "", tuesday, back, ""},
		{"a preposition alone", "since", tuesday, back, ""},

		{"without a date of publication a weekday is none", "Tuesday", "", back, ""},
		{"nor is a day of any year", "3 May", "", back, ""},
		{"nor today", "today", "", back, ""},
		{"nor a number of days", "two days ago", "", back, ""},
		{"nor a part of the day", "earlier in the day", "", back, ""},
		{"nor a weekend", "the weekend", "", back, ""},
		{"nor a month of last year", "August of last year", "", back, ""},
		{"nor two days of it", "Monday to Friday", "", back, ""},
		{"nor a future", "in two days", "", ahead, ""},
		{"but a full date is", "3 May 2019", "", back, "2019-05-03"},
		{"and a year", "2008", "", back, "2008"},
		{"and months of a year", "June to August 2021", "", back, "2021-06/2021-08"},
		{"a date that is none is as none", "Tuesday", "1 February", back, ""},
	}
	for _, tt := range tests {
		if got := timex.Resolve(tt.words, tt.published, tt.direction); got != tt.want {
			t.Errorf("%s: Resolve(%q, %q, %d) = %q, want %q", tt.reason, tt.words, tt.published, tt.direction, got, tt.want)
		}
	}
}

// isValue is what Resolve may give.
var isValue = regexp.MustCompile(`^(|P|P/P|P/\.\.|\.\./P)$`)

var part = regexp.MustCompile(`\d{4}(-\d\d(-\d\d)?|-W\d\d)?`)

func FuzzResolve(f *testing.F) {
	for _, words := range []string{"Tuesday night", "since 2014", "the first quarter of next year", "May 3-5", "3 to 5 May", "in two weeks' time", "mid-1990s", "--", "6 a.m.", "fall of the year"} {
		f.Add(words, tuesday, int(timex.Ahead))
	}
	f.Fuzz(func(t *testing.T, words, published string, d int) {
		got := timex.Resolve(words, published, timex.Direction(d))
		if !isValue.MatchString(part.ReplaceAllString(got, "P")) {
			t.Errorf("Resolve(%q, %q, %d) = %q, which is no ISO 8601 value", words, published, d, got)
		}
	})
}

func ExampleResolve() {
	const published = "2022-02-03" // a Thursday
	fmt.Println(timex.Resolve("Tuesday", published, timex.Back))
	fmt.Println(timex.Resolve("Tuesday", published, timex.Ahead))
	fmt.Println(timex.Resolve("late last month", published, timex.Back))
	fmt.Println(timex.Resolve("since 2014", published, timex.Back))
	// Output:
	// 2022-02-01
	// 2022-02-08
	// 2022-01
	// 2014/..
}

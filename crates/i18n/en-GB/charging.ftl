### What somebody pays for care, line by line: docs/charging.md says which rule each line is of.
### $amount, $given, $figure1 and so on are sums of money or numbers; $about is one of the names below.

## What it comes to

# $amount: a sum of money.
charge-pays = We estimate that you would pay { $amount } a week. This is not a decision.
charge-pays-nothing = We estimate that you would pay nothing. This is not a decision.
charge-pays-all = You would pay the full cost of your care.
charge-pays-all-known = You would pay the full cost of your care: { $amount } a week.
charge-claims = We estimate that { $amount } a week of these costs counts. This is not a decision.
# $names: the names of sets of rules.
charge-rules = Worked out by these rules: { $names }.
charge-why = Why
# $rule: the name of a set of rules; $figure: a sum or number; $source: the page it was taken from.
charge-source = Rule { $rule }: { $figure }. From: { $source }
charge-source-rule = Rule { $rule }. From: { $source }
charge-source-unchecked = We have not checked this yet.

## The parts

charge-part-capital = What you own
charge-part-income = Money you get
charge-part-allowance = Money you keep to live on
charge-part-outgoings = What you must pay
charge-part-expenses = Extra costs of disability
charge-part-result = What it comes to

## The lines

charge-capital-own = Savings that are only yours: { $amount }.
charge-capital-joint = You share { $given } with one other person. We count half of it: { $amount }.
charge-capital-stated = Your savings and what else you own: { $amount }.
charge-capital-property = Other property or land worth { $given }. We count your share, less { $figure1 } per cent for the cost of selling it and less any loan on it. That is { $amount }.
charge-capital-home = Your home, worth { $given }. We count your share, less { $figure1 } per cent for the cost of selling it and less any loan on it. That is { $amount }.
charge-capital-home-lived-in = We do not count your home while you live in it or will go back to it.
charge-capital-home-protected = We do not count your home because of who lives there.
charge-capital-home-twelve-weeks = We do not count your home for the first { $figure1 } days in a care home.
charge-capital-not-given = You have not told us about any savings.
charge-tariff-none = You have { $given }. We do not count savings up to { $figure1 }.
charge-tariff-income = You have { $given }. For each { $figure2 } above { $figure1 }, or part of it, we count { $figure3 } a week. That is { $amount } a week.
charge-income-full = { $about }: { $amount } a week. We count all of it.
charge-income-none = { $about }: { $given } a week. We do not count it.
charge-income-part = { $about }: { $given } a week. We do not count the first { $figure1 }, so we count { $amount }.
charge-income-night = { $about }: { $given } a week. We do not arrange care at night, so we count only the part for the day: { $amount }.
charge-income-halved = { $about }: { $given } a week. Half of what you pay your partner does not count, so we count { $amount }.
charge-income-not-given = You have not told us about any income.
charge-mig-single-young = Everyone must keep enough to live on. At your age, living without a partner, you keep { $amount } a week.
charge-mig-single = Everyone must keep enough to live on. At your age, living without a partner, you keep { $amount } a week.
charge-mig-single-pension = Everyone must keep enough to live on. From pension age, living without a partner, you keep { $amount } a week.
charge-mig-lone-parent = Everyone must keep enough to live on. As a lone parent, you keep { $amount } a week.
charge-mig-couple = Everyone must keep enough to live on. As part of a couple, you keep { $amount } a week.
charge-mig-couple-pension = Everyone must keep enough to live on. As part of a couple where one of you has reached pension age, you keep { $amount } a week.
charge-mig-children = You keep { $figure1 } more a week for each child: { $amount } for { $given }.
charge-premium-disability = You keep { $amount } more a week because of a disability.
charge-premium-enhanced-disability = You keep { $amount } more a week because you get the highest rate of a disability benefit.
charge-premium-carer = You keep { $amount } more a week because you care for someone.
charge-personal-expenses-allowance = Everyone in a care home keeps { $amount } a week for themselves.
charge-age-not-given = You have not told us your age. We worked it out as if you are 25 or over, and under pension age.
charge-housing = { $about }: we take off { $amount } a week.
charge-housing-shared = { $given } people share these costs, so { $amount } of them a week is not yours to pay.
charge-housing-not-given = You have not told us what you pay for your home.
charge-housing-not-in-care-home = You live in a care home for good, so we do not take off { $given } a week for another home. Tell us if you still have to pay it.
charge-commitment = { $about }: we take off { $amount } a week.
charge-expense = { $about }: you pay { $amount } a week.
charge-expenses-stated = Extra costs of your disability: you pay { $amount } a week.
charge-expense-paid-by-others = { $about }: someone else pays { $amount } of it, so we do not take that off.
charge-expense-weeks = { $about }: we take it off for { $figure1 } of { $figure2 } weeks, so we leave out { $amount } a week.
charge-expense-average = { $about }: homes like yours pay { $figure1 } a year on average. We take off only what is above that, so we leave out { $amount } a week.
charge-expense-shared = { $about }: { $given } people share it, so { $amount } of it is not yours to pay.
charge-expense-cap = { $about }: we take off at most { $figure1 } a week, so we leave out { $amount }.
charge-expenses-at-most-benefit = These costs can never be more than the benefits for your disability that we count, { $given } a week. So we take off { $amount } less.
charge-expenses-not-given = You have not told us about any extra costs of disability.
charge-expenses-not-in-care-home = In a care home, the home meets these costs, so we do not take them off.
charge-home-kind-not-given = You have not told us what kind of home you live in. We used the average for flats.
charge-not-below-nothing = You get less than you must keep, so you pay nothing.
charge-not-more-than-care = Your care costs { $given } a week. You never pay more than that.
charge-full-cost-chosen = You chose not to tell us about your money, so you pay the full cost of your care.
charge-full-cost-capital = You have { $given }. That is more than { $figure1 }, so you pay the full cost of your care.
charge-setting-not-sure = You are not sure what care you will get. We worked it out for care at home.
charge-rules-old = These figures are from an earlier year. The new ones may change what you pay.

## What a line is about

charge-income-of-state-pension = State Pension
charge-income-of-guarantee-credit = Pension Credit: Guarantee Credit
charge-income-of-savings-credit = Pension Credit: Savings Credit
charge-income-of-attendance-allowance = Attendance Allowance
charge-income-of-pip-living = PIP for daily living
charge-income-of-pip-mobility = PIP for mobility
charge-income-of-dla-care = DLA for care
charge-income-of-dla-mobility = DLA for mobility
charge-income-of-universal-credit = Universal Credit
charge-income-of-esa = Employment and Support Allowance
charge-income-of-jsa = Jobseeker's Allowance
charge-income-of-income-support = Income Support
charge-income-of-carers-allowance = Carer's Allowance
charge-income-of-industrial-injuries = Industrial Injuries Disablement Benefit
charge-income-of-war-pension = War Pension
charge-income-of-war-widows-pension = War Widow's or Widower's Pension
charge-income-of-armed-forces-payment = A payment for injury in the armed forces
charge-income-of-housing-benefit = Housing Benefit
charge-income-of-council-tax-support = Council Tax Support
charge-income-of-child-benefit = Child Benefit
charge-income-of-other-benefit = Other benefits
charge-income-of-private-pension = Other pensions
charge-income-of-earnings = Pay from work
charge-income-of-rent = Rent you get
charge-income-of-annuity = An annuity
charge-income-of-maintenance = Maintenance you get
charge-income-of-trust = Income from a trust
charge-income-of-charity = Money from a charity
charge-income-of-other = Other income
charge-housing-of-rent = Rent
charge-housing-of-mortgage = Mortgage
charge-housing-of-ground-rent = Ground rent
charge-housing-of-service-charge = Service charge
charge-housing-of-council-tax = Council Tax
charge-housing-of-insurance = Home insurance
charge-housing-of-other = Other costs of your home
charge-commitment-of-court-orders = What a court told you to pay
charge-commitment-of-child-maintenance = Child maintenance
charge-commitment-of-other-commitments = Other payments you must make
charge-expenses-of-alarm = A community alarm
charge-expenses-of-heating = Heating and electricity
charge-expenses-of-cleaning = Cleaning
charge-expenses-of-gardening = Gardening
charge-expenses-of-laundry = Laundry
charge-expenses-of-diet = A special diet
charge-expenses-of-clothing = Clothes and bedding
charge-expenses-of-equipment = Equipment
charge-expenses-of-private-care = Care you pay for yourself
charge-expenses-of-transport = Getting around
charge-expenses-of-continence = Continence pads
charge-expenses-of-internet = The internet
charge-expenses-of-other = Another cost

"""Capitals that nobody has to spell out: closed classes of the world outside, never the shorthand of a line of work.

The measure is what a general newspaper prints without explanation. Names of agencies, laws, systems and methods do not
belong here, however often a civil servant meets them: the members of a board come from other agencies.
"""

from __future__ import annotations

EVERYDAY = frozenset(
    # the application itself
    "ECQ CCAR SES OPM QRB "
    # work and pay, and the offices of a company that papers abbreviate
    "HR IT CEO CFO CIO COO CTO HQ VIP R&D Q&A P&L M&A FAQ ASAP FYI AKA FY "
    # degrees and the license that papers print
    "CPA BA BS BSN BBA MA MS MSC MBA MPA MPH MPP MSW JD LLB LLM MD PHD EDD DDS DVM DMD GED GPA "
    # countries, cities, points of the compass
    "US USA UK EU UN DC NYC NE NW SE SW "
    # the few organizations whose letters are their name
    "NATO NASA FBI CIA AT&T A&M IBM SAP UPS BBC CNN NBC CBS NPR PBS YMCA NAACP NCAA NFL NBA LLC LLP USS USNS HMS "
    # the clock and money
    "AM PM UTC GMT USD EUR GBP "
    # what every household and newspaper has
    "TV PC ID OK AI ATM BBQ CD CPR DNA DVD GPS HIV AIDS COVID IQ IOS LED LGBT LGBTQ MRI PDF PIN QR RSVP RV SOS STEM "
    "SUV TNT UFO URL USB UV WIFI WWI WWII ZIP".split()
)

# Measures and time zones, after a figure or the clock only: elsewhere the same letters may be anything.
UNITS = frozenset(
    "KB MB GB TB PB KBPS MBPS GBPS HZ KHZ MHZ GHZ KV MV KW MW GW TW KWH MWH GWH MPH MPG RPM PSI BTU DB EST EDT ET "
    "CST CDT CT MST MDT MT PST PDT PT".split()
)

# Licenses and certificates, after a name and a comma only.
CREDENTIALS = frozenset("CFE CISA CISM CISSP CDFM CGFM CPCM ESQ FACHE LCSW PE PHR PMP RN SPHR SHRM CP SCP".split())

# Ranks, before a name only.
RANKS = frozenset(
    "ADM BG BGEN CAPT CDR COL CPO CPT CSM GEN LCDR LT LTC LTCOL LTG LTGEN LTJG MAJ MG MGEN MSG MSGT RADM RDML SFC "
    "SGT SMA SSG SSGT TSGT VADM".split()
)

MONTHS = frozenset("JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC".split())

# The postal service's codes of states and territories.
POSTAL = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
    "OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP AP AE APO FPO".split()
)

# Words that grammar is made of, which writers put in capitals to be heard. Not US and IT, nor WHO.
FUNCTION_WORDS = frozenset(
    "A ALL ALWAYS AN AND ANY ARE AS AT BE BEEN BEFORE BOTH BUT BY CAN CANNOT DID DO DOES EACH EVER EVERY FIRST "
    "FOR FROM HAD HAS HAVE HE HER HIS HOW I IF IN INTO IS ITS LAST MANY MAY MORE MOST MUST MY NEVER NO NONE NOR "
    "NOT NOW OF ON ONCE ONLY OR OUR OUT OVER OWN SHALL SHE SHOULD SO SOME SUCH THAN THAT THE THEIR THEM THEN "
    "THERE THEY THIS THOSE TO TOO UNTIL UP VERY WAS WE WERE WHAT WHEN WHERE WHICH WHY WILL WITH WITHOUT WOULD YES "
    "YET YOU YOUR ZERO HERE JUST EVEN STILL AGAIN ALSO ONE TWO THREE".split()
)

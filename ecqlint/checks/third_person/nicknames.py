"""The short forms of given names: who signs as Thaddeus W. Quarles may tell of Thad."""

from __future__ import annotations

# A line for each name, its short forms behind it.
_SHORT = """
Abigail Abby Gail
Albert Al Bert / Alexander Alex Al Sandy / Alexandra Alex Sandra Sandy / Alfred Al Fred / Amanda Mandy / Andrew Andy Drew
Anthony Tony / Antonio Tony / Arthur Art / Barbara Barb Babs / Benjamin Ben / Bernard Bernie / Bradley Brad / Calvin Cal
Catherine Cathy Cate Kate
Charles Charlie Chuck Chip / Christina Chris Tina / Christine Chris / Christopher Chris Kit / Clifford Cliff / Cynthia Cindy / Daniel Dan Danny
David Dave Davy / Deborah Deb Debbie / Dolores Lola / Donald Don Donnie / Dorothy Dot Dottie / Douglas Doug / Edward Ed Eddie Ted Ned
Edwin Ed / Eleanor Ellie Nell Nora / Elizabeth Liz Beth Betsy Betty Eliza Libby / Eugene Gene / Evelyn Evie / Frances Fran Frankie
Francis Frank / Francisco Paco Frank / Frederick Fred Freddie / Gabriel Gabe / Gerald Gerry Jerry / Gilbert Gil / Gregory Greg / Guillermo Memo
Harold Hal Harry / Harriet Hattie / Henry Hank Harry / Herbert Herb / Isabel Izzy / Jacob Jake / Jacqueline Jackie / James Jim Jimmy Jamie
Janet Jan / Jeffrey Jeff / Jennifer Jen Jenny / Jessica Jess / John Jack Johnny / Jonathan Jon / Jose Pepe / Joseph Joe Joey
Josephine Jo Josie / Joshua Josh / Judith Judy / Katherine Kathy Kate Katie Kay / Kathleen Kathy Kate / Kenneth Ken Kenny / Kimberly Kim
Lawrence Larry / Leonard Len Lenny / Leslie Les / Lillian Lil / Louis Lou / Louise Lou / Margaret Maggie Meg Peg Peggy Marge Rita
Martha Marty / Martin Marty / Matthew Matt / Michael Mike Mick / Michelle Shelly / Mitchell Mitch / Nancy Nan / Nathan Nate / Nathaniel Nate Nat
Nicholas Nick / Nicole Nikki / Norman Norm / Pamela Pam / Patricia Pat Patty Tricia / Patrick Pat Paddy / Peter Pete / Philip Phil
Phillip Phil / Randall Randy / Raymond Ray / Rebecca Becky Becca / Reginald Reg Reggie / Richard Rick Rich Dick Ricky
Robert Bob Rob Bobby Robbie
Roberta Bobbie / Roderick Rod / Ronald Ron Ronnie / Rosemary Rose Rosie / Rudolph Rudy / Russell Russ / Samantha Sam / Samuel Sam / Sandra Sandy
Sharon Shari / Stanley Stan / Stephanie Steph / Stephen Steve / Steven Steve / Stuart Stu / Susan Sue Susie / Suzanne Sue / Terrence Terry
Theodore Ted Teddy Theo / Theresa Terry Tess / Thomas Tom Tommy / Timothy Tim / Valerie Val / Veronica Ronnie / Victor Vic / Victoria Vicky Tori
Vincent Vince Vinny / Virginia Ginny / Walter Walt Wally / William Bill Will Billy Liam / Zachary Zach
"""
_SETS = [frozenset(names.split()) for line in _SHORT.strip().splitlines() for names in line.split("/")]
_LEAST = 3  # letters of a name that is cut short


def forms(given: str) -> frozenset[str]:
    """The given name, its beginnings, and what those who bear it are called; of a short form, also the names that it is short for."""
    cut = (given[:length] for length in range(_LEAST, len(given)))
    return frozenset({given, *cut}).union(*(names for names in _SETS if given in names))

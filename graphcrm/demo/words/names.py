"""What people are called. Chinese parts come with their pinyin, because e-mail addresses and aliases need it."""

from __future__ import annotations

GIVEN_NAMES = (
    "Ada", "Adrián", "Aisha", "Alma", "Amara", "Anders", "Anika", "Anton", "Arjun", "Astrid", "Aurélie", "Beatriz",
    "Benedikt", "Birgit", "Björn", "Blanca", "Bram", "Carmen", "Cedric", "Celia", "Chiara", "Chloé", "Clara", "Colm",
    "Cordelia", "Damian", "Daria", "Deepa", "Dmitri", "Edith", "Efua", "Eleni", "Elias", "Elif", "Emil", "Emre",
    "Esther", "Farid", "Fatima", "Fergus", "Fiona", "Florian", "Freya", "Gideon", "Giulia", "Greta", "Gustav", "Hamish",
    "Hannah", "Harriet", "Hector", "Imogen", "Inga", "Isabel", "Ismail", "Ivo", "Jasper", "Joaquín", "Jolanta", "Joris",
    "Kavya", "Keira", "Kofi", "Kwame", "Laila", "Lars", "Leonie", "Linnea", "Lorenzo", "Lucía", "Łukasz", "Mads",
    "Magnus", "Malin", "Marek", "Marisol", "Mathilde", "Mei", "Meera", "Mikael", "Milan", "Mirela", "Moritz", "Nadia",
    "Naomi", "Niamh", "Nikhil", "Nils", "Odile", "Olga", "Orla", "Oskar", "Paloma", "Pascal", "Petra", "Philippa",
    "Quentin", "Rafael", "Ramona", "Renske", "Rhys", "Rohan", "Rosalind", "Ruth", "Sanjay", "Saskia", "Selma", "Signe",
    "Simone", "Stellan", "Sunita", "Svenja", "Tamsin", "Tariq", "Thea", "Tilda", "Tobias", "Ulrike", "Una", "Valentin",
    "Vera", "Viktor", "Wanda", "Wilhelm", "Xavier", "Yara", "Yusuf", "Zoë",
)  # fmt: skip
FAMILY_NAMES = (
    "Abara", "Achterberg", "Adeyemi", "Albrecht", "Almeida", "Amsel", "Andersson", "Aubert", "Bakker", "Banerjee",
    "Barrow", "Bellamy", "Bergström", "Bianchi", "Birch", "Blomqvist", "Boateng", "Bosworth", "Brandão", "Brennan",
    "Calloway", "Campos", "Carrick", "Chaudhry", "Clement", "Corrigan", "Cruz", "Dahl", "Danso", "Deschamps",
    "Devereux", "Dietrich", "Drummond", "Dubois", "Eastwick", "Ekström", "Ellery", "Engel", "Fairweather", "Falk",
    "Ferreira", "Fontaine", "Forsyth", "Friedrich", "Gallagher", "García", "Gautam", "Girard", "Grimaldi", "Gupta",
    "Haddock", "Hallström", "Hargreaves", "Hartmann", "Hawthorne", "Heikkinen", "Herzog", "Holloway", "Iyer", "Jansen",
    "Jarvis", "Kaminski", "Kapoor", "Karlsson", "Keller", "Kimura", "Kingsley", "Kovács", "Krause", "Lambert",
    "Langley", "Larsen", "Laurent", "Lefèvre", "Lindgren", "Lockwood", "Lombardi", "Machado", "MacLeod", "Maier",
    "Marchetti", "Mensah", "Mercer", "Moreno", "Müller", "Nakamura", "Navarro", "Nilsson", "Novak", "Núñez",
    "O'Hara", "Okonkwo", "Oliveira", "Osborne", "Papadakis", "Patel", "Pemberton", "Petrov", "Pfeiffer", "Quigley",
    "Rasmussen", "Redfern", "Renard", "Ricci", "Roth", "Rousseau", "Saavedra", "Sandoval", "Schneider", "Sharma",
    "Sinclair", "Sokolov", "Stanhope", "Strand", "Søndergaard", "Takahashi", "Thackeray", "Thorne", "Toussaint",
    "Underhill", "Vance", "van Dijk", "Varga", "Vasquez", "Vestergaard", "Voss", "Wainwright", "Weiss", "Wexford",
    "Whitlock", "Winter", "Wolff", "Yildiz", "Zeller", "Zimmermann",
)  # fmt: skip

SURNAMES_ZH = (
    ("王", "Wang"), ("李", "Li"), ("张", "Zhang"), ("刘", "Liu"), ("陈", "Chen"), ("杨", "Yang"), ("黄", "Huang"),
    ("赵", "Zhao"), ("吴", "Wu"), ("周", "Zhou"), ("徐", "Xu"), ("孙", "Sun"), ("朱", "Zhu"), ("胡", "Hu"),
    ("郭", "Guo"), ("何", "He"), ("高", "Gao"), ("林", "Lin"), ("罗", "Luo"), ("郑", "Zheng"), ("梁", "Liang"),
    ("谢", "Xie"), ("宋", "Song"), ("唐", "Tang"), ("许", "Xu"), ("邓", "Deng"), ("韩", "Han"), ("冯", "Feng"),
    ("曹", "Cao"), ("彭", "Peng"), ("曾", "Zeng"), ("萧", "Xiao"), ("田", "Tian"), ("董", "Dong"), ("潘", "Pan"),
    ("袁", "Yuan"), ("蔡", "Cai"), ("蒋", "Jiang"), ("余", "Yu"), ("于", "Yu"), ("杜", "Du"), ("叶", "Ye"),
    ("程", "Cheng"), ("魏", "Wei"), ("苏", "Su"), ("吕", "Lyu"), ("丁", "Ding"), ("沈", "Shen"), ("任", "Ren"),
    ("姚", "Yao"), ("卢", "Lu"), ("傅", "Fu"), ("钟", "Zhong"), ("姜", "Jiang"), ("崔", "Cui"), ("谭", "Tan"),
    ("廖", "Liao"), ("范", "Fan"), ("汪", "Wang"), ("陆", "Lu"), ("金", "Jin"), ("石", "Shi"), ("欧阳", "Ouyang"),
    ("上官", "Shangguan"), ("司徒", "Situ"),
)  # fmt: skip
# A given name is one of the first, or one of the first and one of the second.
GIVEN_FIRST_ZH = (
    ("子", "zi"), ("文", "wen"), ("雨", "yu"), ("思", "si"), ("晓", "xiao"), ("佳", "jia"), ("宇", "yu"), ("浩", "hao"),
    ("梓", "zi"), ("欣", "xin"), ("嘉", "jia"), ("俊", "jun"), ("志", "zhi"), ("建", "jian"), ("海", "hai"),
    ("春", "chun"), ("秀", "xiu"), ("婉", "wan"), ("一", "yi"), ("若", "ruo"), ("清", "qing"), ("景", "jing"),
    ("书", "shu"), ("立", "li"), ("永", "yong"), ("静", "jing"), ("伟", "wei"), ("磊", "lei"), ("敏", "min"),
    ("芳", "fang"),
)  # fmt: skip
GIVEN_SECOND_ZH = (
    ("轩", "xuan"), ("涵", "han"), ("琪", "qi"), ("彤", "tong"), ("博", "bo"), ("辰", "chen"), ("宁", "ning"),
    ("岚", "lan"), ("雯", "wen"), ("洁", "jie"), ("强", "qiang"), ("峰", "feng"), ("阳", "yang"), ("晨", "chen"),
    ("瑶", "yao"), ("霖", "lin"), ("航", "hang"), ("然", "ran"), ("怡", "yi"), ("悦", "yue"), ("慧", "hui"),
    ("凯", "kai"), ("超", "chao"), ("桐", "tong"), ("颖", "ying"), ("萍", "ping"), ("松", "song"), ("远", "yuan"),
)  # fmt: skip

HOBBIES = ("sailing", "chess", "choir", "cycling", "bread", "bird watching", "bouldering", "jazz", "pottery", "skiing")
HOBBIES_ZH = ("羽毛球", "书法", "徒步", "围棋", "摄影", "茶", "登山", "乒乓球", "烘焙", "古琴")

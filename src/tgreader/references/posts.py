"""Posts of the foreign service: which city sends for which country, and which names before a number are senders."""

from __future__ import annotations

from functools import cache

_MISSIONS = """
Afghanistan=Kabul Albania=Tirana Algeria=Algiers Angola=Luanda Argentina=Buenos_Aires Australia=Canberra
Austria=Vienna Bahamas=Nassau Bahrain=Manama Bangladesh=Dacca Barbados=Bridgetown Belgium=Brussels Belize=Belize_City
Benin=Cotonou Bolivia=La_Paz Botswana=Gaborone Brazil=Brasilia Bulgaria=Sofia Burma=Rangoon Burundi=Bujumbura
Cambodia=Phnom_Penh Cameroon=Yaounde Canada=Ottawa Ceylon=Colombo Chad=Fort_Lamy Chile=Santiago Colombia=Bogota
Congo=Leopoldville Costa_Rica=San_Jose Cuba=Havana Cyprus=Nicosia Czechoslovakia=Prague Dahomey=Cotonou
Denmark=Copenhagen Dominican_Republic=Santo_Domingo Ecuador=Quito Egypt=Cairo El_Salvador=San_Salvador Estonia=Tallinn
Ethiopia=Addis_Ababa Finland=Helsinki France=Paris Gabon=Libreville Gambia=Banjul
German_Democratic_Republic=East_Berlin Germany=Bonn Federal_Republic_of_Germany=Bonn Ghana=Accra Greece=Athens
Guatemala=Guatemala_City Guinea=Conakry Guyana=Georgetown Haiti=Port_au_Prince Honduras=Tegucigalpa Hungary=Budapest
Iceland=Reykjavik India=New_Delhi Indonesia=Djakarta Iran=Tehran Iraq=Baghdad Ireland=Dublin Israel=Tel_Aviv
Italy=Rome Ivory_Coast=Abidjan Jamaica=Kingston Japan=Tokyo Jordan=Amman Kenya=Nairobi Korea=Seoul Kuwait=Kuwait
Laos=Vientiane Latvia=Riga Lebanon=Beirut Lesotho=Maseru Liberia=Monrovia Libya=Tripoli Luxembourg=Luxembourg
Malagasy_Republic=Tananarive Malawi=Blantyre Malaysia=Kuala_Lumpur Mali=Bamako Malta=Valletta Mauritania=Nouakchott
Mauritius=Port_Louis Mexico=Mexico_City Mongolia=Ulaanbaatar Morocco=Rabat Mozambique=Maputo Nepal=Kathmandu
Netherlands=The_Hague New_Zealand=Wellington Nicaragua=Managua Niger=Niamey Nigeria=Lagos Norway=Oslo Oman=Muscat
Pakistan=Karachi Panama=Panama Paraguay=Asuncion Republic_of_China=Taipei Republic_of_Korea=Seoul Peru=Lima
Philippines=Manila Poland=Warsaw Portugal=Lisbon Qatar=Doha Romania=Bucharest Rumania=Bucharest Rwanda=Kigali
Saudi_Arabia=Jidda Senegal=Dakar Sierra_Leone=Freetown Singapore=Singapore Somalia=Mogadishu South_Africa=Pretoria
Soviet_Union=Moscow Spain=Madrid Sri_Lanka=Colombo Sudan=Khartoum Swaziland=Mbabane Sweden=Stockholm Switzerland=Bern
Syria=Damascus Tanzania=Dar_es_Salaam Tanganyika=Dar_es_Salaam Thailand=Bangkok Togo=Lome
Trinidad_and_Tobago=Port_of_Spain Tunisia=Tunis Turkey=Ankara Uganda=Kampala Union_of_South_Africa=Pretoria
United_Arab_Emirates=Abu_Dhabi United_Arab_Republic=Cairo United_Kingdom=London Upper_Volta=Ouagadougou
Uruguay=Montevideo USSR=Moscow Venezuela=Caracas Vietnam=Saigon Viet-Nam=Saigon Yemen=Sana Yugoslavia=Belgrade
Zaire=Kinshasa Zambia=Lusaka Zimbabwe=Harare United_Nations=USUN North_Atlantic_Treaty_Organization=USNATO
Viet_Nam=Saigon Republic_of_Vietnam=Saigon Republic_of_Viet-Nam=Saigon People’s_Republic_of_China=Beijing
Union_of_Soviet_Socialist_Republics=Moscow Great_Britain=London Khmer_Republic=Phnom_Penh
Democratic_Republic_of_the_Congo=Leopoldville European_Communities=EC_Brussels European_Economic_Community=USEC
Argentine_Republic=Buenos_Aires Austria-Hungary=Vienna Russia=Moscow Western_Samoa=Apia Fiji=Suva Guinea-Bissau=Bissau
Cape_Verde=Praia Surinam=Paramaribo Papua_New_Guinea=Port_Moresby
Malaya=Kuala_Lumpur Central_African_Republic=Bangui Palestine=Jerusalem Siam=Bangkok Persia=Tehran
"""
_OTHERS = """
State Deptel Abu_Dhabi Aden Aleppo Alexandria Algiers Amsterdam Antananarivo Antwerp Asmara Barcelona Basra Beijing
Beograd Berlin Bombay Bremen Brazzaville Calcutta Canton Cape_Town Capetown Casablanca Chiang_Mai Chungking Conakry
Dacca Dakar Damascus Danang Delhi Dhahran Dhaka Durban Duesseldorf EC_Brussels Edinburgh Elisabethville Enugu Florence
Frankfurt Geneva Genoa Guayaquil Guatemala Haifa Halifax Hamburg Hanoi Hanover Hong_Kong Hue Ibadan IAEA_Vienna
Islamabad Istanbul Izmir Jakarta Jerusalem Jiddah Johannesburg Kaduna Katmandu Khorramshahr Kigali Kobe Krakow Kuching
Lahore La_Paz Leningrad Leopoldville Lourenco_Marques Luanda Madras Maracaibo Marseille Medan Melbourne Mexico Milan
Monterrey Montreal Mukden Munich Nagoya Nanking Naples New_York NATO Nha_Trang OECD_Paris Oporto Oran Palermo
Panama_City Peking Perth Peshawar Phnom_Penh Poznan Pusan Quebec Rawalpindi Recife Riyadh Salisbury Salzburg San_Jose
Sanaa Santiago Sao_Paulo Sapporo Seville Shanghai Singapore Stanleyville Strasbourg Stuttgart Surabaya Sydney Tabriz
Taichung Tananarive Tangier Tientsin Tihwa Toronto Trieste Turin Udorn USBER USBerlin USCINCEUR USEC USLO_Peking
USNATO USNMR_SHAPE USOECD USUN Vancouver Vatican Vladivostok Yokohama Zagreb Zanzibar Zurich USRO Usun
Adana Batavia Constantinople Petrograd St._Petersburg Christiania Foochow Amoy Harbin Hankow Veracruz Vera_Cruz Belem
Benghazi Berne Bukavu Cali Ciudad_Juarez Ciudad_Trujillo Constantine Frankfort Guadalajara Habana
Kathmandu Kinshasa Ljubljana Lilongwe Lubumbashi Luang_Prabang Lyon MBFR_Vienna MTN_Geneva Ndjamena Port-au-Prince
Porto_Alegre Praha Quito Rio Rio_de_Janeiro SALT_TWO_Geneva SALT_Two_Geneva Santiago_de_Cuba Sarajevo Skopje Taiz
Teheran Thessaloniki Salonika Tijuana USEEC USIA USUN_New_York Warszawa Wroclaw
"""
_MOVED = (
    ("Germany", 1946, "Berlin"), ("China", 1936, "Peking"), ("Turkey", 1927, "Constantinople"),
    ("Turkey", 1937, "Istanbul"), ("Russia", 1915, "St. Petersburg"), ("Russia", 1919, "Petrograd"),
    ("Norway", 1926, "Christiania"), ("Brazil", 1960, "Rio de Janeiro"),
    ("Pakistan", 1966, "Karachi"), ("Pakistan", 1970, "Rawalpindi"),
    ("Pakistan", 9999, "Islamabad"), ("China", 1949, "Nanking"), ("China", 9999, "Beijing"),
    ("Libya", 1952, "Tripoli"), ("Congo", 1966, "Leopoldville"), ("Congo", 9999, "Kinshasa"),
    ("Democratic Republic of the Congo", 1966, "Leopoldville"), ("Democratic Republic of the Congo", 9999, "Kinshasa"),
)  # fmt: skip
"""Countries whose embassy moved, or whose capital was named anew: the year before which it sat in that city."""

_SPELLINGS = """
Habana=Havana Teheran=Tehran Beograd=Belgrade Praha=Prague Warszawa=Warsaw Jiddah=Jidda Katmandu=Kathmandu Dhaka=Dacca
Jakarta=Djakarta Berne=Bern Capetown=Cape_Town Sanaa=Sana Salonika=Thessaloniki Usun=USUN USUN_New_York=USUN
Port-au-Prince=Port_au_Prince Frankfort=Frankfurt Rio=Rio_de_Janeiro USEEC=USEC SALT_Two_Geneva=SALT_TWO_Geneva
"""


LONG_NAMES = (
    "Dar es Salaam", "Rio de Janeiro", "Port of Spain", "Santiago de Cuba", "Addis Ababa", "Port au Prince",
    "Port-au-Prince", "SALT (?:TWO|Two) Geneva",
)  # fmt: skip
"""Names of posts that are more than two words, or that have a small one in them; as patterns."""


@cache
def missions() -> dict[str, str]:
    """The city from which each country's embassy writes, where it stayed the same for most of the series."""
    pairs = (pair.replace("_", " ").partition("=")[::2] for pair in _MISSIONS.split())
    return dict(pairs)


def mission(country: str, year: int = 0) -> str:
    """The city from which an embassy wrote in a year (0 where it is not known); a country that is none is kept."""
    moved = next((city for name, till, city in _MOVED if name == country and 0 < year < till), None)
    return moved or missions().get(country, country)


@cache
def posts() -> frozenset[str]:
    """Names that, before a number, say who sent a telegram; `State` is the Department."""
    return frozenset(missions().values()) | {name.replace("_", " ") for name in _OTHERS.split()} - {"Deptel"}


@cache
def _spellings() -> dict[str, str]:
    return dict(pair.replace("_", " ").partition("=")[::2] for pair in _SPELLINGS.split())


def one_spelling(post: str) -> str:
    """A post under the one spelling that stands for all of its: `Djakarta` for `Jakarta`, `Havana` for `Habana`."""
    return _spellings().get(post, post)

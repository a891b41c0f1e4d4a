import pytest

from etl.normalise.phrases import compile_phrases, skeleton, tidy
from models.reference import Pack

HEADINGS = """
№ | number
№ п/п | number
р/с | number
Р/с № | number
№ р/с | number
Реттік нөмірі | number
Қ/с | number
N | number
ФИО | name
Ф.И.О. | name
Ф. И. О. члена комиссии | name
Фамилия, имя, отчество | name
Фамилия Имя Отчество | name
Фамилия, имя, отчество (при его наличии) | name
Тегі, аты, әкесінің аты (бар болса) | name
Тегі, аты, әкесінің аты | name
Тегі, аты-жөні | name
Аты-жөні | name
Т.А.Ә. | name
Т.А.Ә. (бар болса) | name
Фамилия и инициалы | name
Комиссия мүшесінің аты-жөні | name
Члены комиссии | name
Сайлау комиссиясы мүшелерінің тегі, аты, әкесінің аты | name
Ф.И.О. члена избирательной комиссии | name
Фамилия | surname
Тегі | surname
Имя | given_name
Аты | given_name
Отчество | patronymic
Отчество (при наличии) | patronymic
Әкесінің аты | patronymic
Әкесінің аты (бар болса) | patronymic
Должность в комиссии | role
Статус | role
Статус в комиссии | role
Должность в составе комиссии | role
Должность в избирательной комиссии | role
Комиссиядағы лауазымы | role
Комиссиядағы қызметі | role
Комиссиядағы міндеті | role
Сайлау комиссиясындағы лауазымы | role
Комиссия құрамындағы лауазымы | role
В комиссии | role
Мәртебесі | role
Кем предложен | nominator
Кем предложен в состав комиссии | nominator
Кем рекомендован | nominator
Кем рекомендован в состав комиссии | nominator
Кем выдвинут | nominator
Кем выдвинут(а) | nominator
Субъект выдвижения | nominator
Субъект права внесения предложения по кандидатуре | nominator
Выдвинут от партии | nominator
От какой партии, общественного объединения | nominator
Наименование политической партии, общественного объединения, выдвинувшего кандидатуру | nominator
Кім ұсынды | nominator
Кім ұсынған | nominator
Ұсынған | nominator
Ұсынған партия, қоғамдық бірлестік | nominator
Ұсынған субъект | nominator
Кімнің ұсынысымен | nominator
Қай партиядан ұсынылды | nominator
Кандидатураны ұсынған ұйым | nominator
Партия, общественное объединение | nominator
Место работы | employer
Место работы (учебы) | employer
Основное место работы | employer
Место работы или службы | employer
Жұмыс орны | employer
Жұмыс істейтін жері | employer
Қызмет орны | employer
Наименование организации | employer
Ұйымның атауы | employer
Должность | job_title
Занимаемая должность | job_title
Лауазымы | job_title
Қызметі | job_title
Профессия | job_title
Род занятий | job_title
Место работы, должность | employer_job
Место работы и должность | employer_job
Место работы, занимаемая должность | employer_job
Должность и место работы | employer_job
Должность, место работы | employer_job
Основное место работы или службы, занимаемая должность | employer_job
Жұмыс орны, лауазымы | employer_job
Жұмыс орны мен лауазымы | employer_job
Жұмыс орны және лауазымы | employer_job
Жұмыс орны, қызметі | employer_job
Лауазымы, жұмыс орны | employer_job
Лауазымы және жұмыс орны | employer_job
Қызмет орны, лауазымы | employer_job
Где и кем работает | employer_job
Год рождения | birth_year
Г.р. | birth_year
Туған жылы | birth_year
Дата рождения | birth_date
Число, месяц, год рождения | birth_date
День, месяц и год рождения | birth_date
Туған күні | birth_date
Туған күні, айы, жылы | birth_date
Туған жылы, айы, күні | birth_date
Образование | education
Образование, специальность | education
Білімі | education
Білімі, мамандығы | education
Партийность | party_membership
Партийная принадлежность | party_membership
Членство в партии | party_membership
Партиялығы | party_membership
Партия мүшелігі | party_membership
Партияға мүшелігі | party_membership
Домашний адрес | address
Адрес проживания | address
Место жительства | address
Мекенжайы | address
Мекен-жайы | address
Үйінің мекенжайы | address
Тұрғылықты жері | address
Домашний адрес, телефон | phone
Телефон | phone
Контактный телефон | phone
Байланыс телефоны | phone
Ұялы телефоны | phone
Контакты | phone
ИИН | iin
ЖСН | iin
Национальность | nationality
Ұлты | nationality
Пол | gender
Жынысы | gender
Комиссия | commission
Наименование комиссии | commission
Наименование избирательной комиссии | commission
Комиссияның атауы | commission
Сайлау комиссиясының атауы | commission
УИК | commission_number
№ УИК | commission_number
№ участка | commission_number
№ избирательного участка | commission_number
Номер участка | commission_number
Избирательный участок | commission_number
Избирательный участок № | commission_number
Учаске нөмірі | commission_number
Учаскенің нөмірі | commission_number
Сайлау учаскесі | commission_number
Сайлау учаскесінің нөмірі | commission_number
№ сайлау учаскесі | commission_number
УСК № | commission_number
№№ избирательных участков | commission_number
Номер округа | commission_number
Решение | decision
Дата и номер решения | decision
Шешім | decision
Шешімнің күні мен нөмірі | decision
Дата избрания | decision
Выбывший член комиссии | released
Выбывшие | released
Вместо кого | released
Ф.И.О. выбывшего члена | released
Шығып қалған мүше | released
Шығарылған мүше | released
Кімнің орнына | released
Избранный член комиссии | elected
Вновь избранный | elected
Избран | elected
Сайланған мүше | elected
Жаңадан сайланған | elected
Причина | reason
Причина выбытия | reason
Основание вывода | reason
Себебі | reason
Шығу себебі | reason
Населенный пункт | settlement
Елді мекен | settlement
Елді мекеннің атауы | settlement
Сельский округ | settlement
Ауылдық округ | settlement
Место нахождения | venue
Местонахождение избирательного участка | venue
Орналасқан жері | venue
Учаскенің орналасқан жері | venue
Место нахождения комиссии | venue
Примечание | note
Ескерту | note
Ескертпе | note
Подпись | note
Количество избирателей | voters
Число избирателей | voters
Сайлаушылар саны | voters
Количество членов комиссии | declared
Мүшелер саны | declared
Опыт работы в избирательных комиссиях | experience
Стаж работы в комиссии | experience
Сайлау комиссиясындағы жұмыс тәжірибесі | experience
Район | district
Аудан | district
Область | region
Очередность назначения | none
Ф.И.О., год рождения | name
ФИО, домашний адрес | name
Ф.И.О. избранного вместо выбывшего | released
Т.А.Ә., туған жылы | name
Тегі, аты, әкесінің аты / Фамилия, имя, отчество | name
Кім ұсынды / Кем выдвинут | nominator
Лауазымы (комиссиядағы) | role
Должность (председатель, заместитель, секретарь, член) | role
Состав комиссии | name
Члены УИК | name
№ ОИК | commission_number
Место работы/должность | employer_job
Кім болып жұмыс істейді | employer_job
Негізгі жұмыс орны және лауазымы | employer_job
Прежняя фамилия | old_surname
Место проживания | address
Ұялы тел. | phone
Партия | none
Дата | none
Кто | none
Фамилия, имя, отчество члена комиссии, партийность | name
"""


def read_heading(pack: Pack, heading: str) -> str | None:
    """The rule of columns.yml: the first field whose phrase is found and none of whose `unless` phrases is."""
    text = skeleton(tidy(heading))
    for column in pack.columns.columns:
        if compile_phrases(column.phrases).search(text) and not compile_phrases(column.unless).search(text):
            return column.field
    return None


@pytest.mark.parametrize(("heading", "field"), [tuple(line.split(" | ")) for line in HEADINGS.strip().splitlines()])
def test_headings_of_kazakh_and_russian_offices(kz: Pack, heading: str, field: str) -> None:
    assert read_heading(kz, heading) == (None if field == "none" else field)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Комиссия", "commission"),
        ("№", "number"),
        ("ФИО", "name"),
        ("Статус", "role"),
        ("Кем предложен в состав комиссии", "nominator"),
        ("Год рождения", "birth_year"),
        ("№№ избирательных участков", "commission_number"),
    ],
)
def test_headings_of_the_second_pack(ru: Pack, heading: str, field: str) -> None:
    assert read_heading(ru, heading) == field


def test_private_columns_are_marked(kz: Pack) -> None:
    private = {column.field for column in kz.columns.columns if column.use == "private"}
    assert private == {"iin", "phone", "email", "address"}


def read_role(pack: Pack, text: str) -> str | None:
    return next(
        (role.code for role in pack.roles.roles if compile_phrases(role.phrases).search(skeleton(tidy(text)))),
        None,
    )


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("председатель", "chair"),
        ("Председателем комиссии", "chair"),
        ("төрағасы", "chair"),
        ("төрағасын", "chair"),
        ("төрайымы", "chair"),
        ("комиссия төрағасы болып", "chair"),
        ("tóraǵasy", "chair"),
        ("Зам.председателя", "deputy_chair"),
        ("заместителем председателя", "deputy_chair"),
        ("төрағасының орынбасары", "deputy_chair"),
        ("төраға орынбасары", "deputy_chair"),
        ("орынбасар", "deputy_chair"),
        ("секретарь", "secretary"),
        ("секретарём", "secretary"),
        ("хатшысы", "secretary"),
        ("hatshysy", "secretary"),
        ("член комиссии", "member"),
        ("члена комиссии с правом решающего голоса", "member"),
        ("комиссия мүшесi", "member"),
        ("мүшелері", "member"),
        ("представитель с правом совещательного голоса", "advisory"),
        ("кеңесші дауыс құқығы бар өкіл", "advisory"),
        ("учитель", None),
        ("мұғалім", None),
    ],
)
def test_roles_in_all_forms(kz: Pack, printed: str, role: str | None) -> None:
    assert read_role(kz, printed) == role


def test_an_advisory_representative_is_no_member(kz: Pack) -> None:
    assert [role.code for role in kz.roles.roles if not role.counts] == ["advisory"]


@pytest.mark.parametrize(
    "printed",
    [
        "Секретарь маслихата",
        "Председатель сессии",
        "Мәслихат хатшысы",
        "Сессия төрағасы",
        "Председатель районного маслихата",
        "Аудандық мәслихаттың төрағасы",
    ],
)
def test_posts_of_the_maslikhat_are_never_roles(kz: Pack, printed: str) -> None:
    text = skeleton(tidy(printed))
    assert any(compile_phrases(never.phrases).search(text) for never in kz.roles.never_roles)


@pytest.mark.parametrize("printed", ["председатель участковой комиссии", "комиссия хатшысы", "секретарь комиссии"])
def test_posts_of_a_commission_are_roles(kz: Pack, printed: str) -> None:
    text = skeleton(tidy(printed))
    assert not any(compile_phrases(never.phrases).search(text) for never in kz.roles.never_roles)


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("Участковая избирательная комиссия № 577", "PEC"),
        ("№143 учаскелік референдум комисиясы", "PEC"),
        ("ýchaskelik saılaý komısııasy", "PEC"),
        ("окружной избирательной комиссии № 3", "DEC"),
        ("№ 2 округтік сайлау комиссиясы", "DEC"),
        ("Орталық сайлау комиссиясының", "CEC"),
        ("Аулиекольская районная территориальная избирательная комиссия", "TEC"),
        ("Әулиекөл аудандық аумақтық сайлау комиссиясы", "TEC"),
        ("облыстық сайлау комиссиясы", "TEC"),
        ("бюджетная комиссия", None),
    ],
)
def test_levels_of_commissions(kz: Pack, printed: str, level: str | None) -> None:
    text = skeleton(tidy(printed))
    found = [entry.level for entry in kz.commissions.levels if compile_phrases(entry.phrases).search(text)]
    assert (found[0] if found else None) == level


def test_a_short_form_of_two_levels_is_no_abbreviation_of_one(kz: Pack) -> None:
    ambiguous = {entry.abbreviation for entry in kz.commissions.ambiguous}
    assert ambiguous == {"ОСК"}
    assert not ambiguous & {form for level in kz.commissions.levels for form in level.abbreviations}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("вакансия", "vacancy"),
        ("бос орын", "vacancy"),
        ("кандидатура не предложена", "vacancy"),
        ("в связи с изменением фамилии", "surname_change"),
        ("тегінің өзгеруіне байланысты", "surname_change"),
        ("ХАБАРЛАМА", "notice"),
        ("аудандық мәслихат ШЕШТІ:", "decision"),
        ("районный маслихат РЕШИЛ:", "decision"),
        ("вместо выбывших", "replaced"),
        ("шығып қалған мүшелердің орнына", "replaced"),
        ("признать утратившим силу", "cancelled"),
        ("күші жойылды деп танылсын", "cancelled"),
        ("құрамынан шығарылсын", "released"),
        ("құрамына сайлансын", "elected"),
        ("тағайындалсын", "appointed"),
    ],
)
def test_words_of_acts(kz: Pack, line: str, code: str) -> None:
    phrases = next(word.phrases for word in kz.acts.words if word.code == code)
    assert compile_phrases(phrases).search(skeleton(tidy(line)))


def test_no_phrase_is_written_twice_in_one_entry(kz: Pack, ru: Pack) -> None:
    for pack in (kz, ru):
        groups = [column.phrases for column in pack.columns.columns]
        groups += [role.phrases for role in pack.roles.roles]
        for phrases in groups:
            assert len(set(phrases)) == len(phrases), [p for p in phrases if phrases.count(p) > 1]


def test_phrases_compile(kz: Pack, ru: Pack) -> None:
    for pack in (kz, ru):
        for word in pack.acts.words:
            assert compile_phrases(word.phrases).compiled.pattern

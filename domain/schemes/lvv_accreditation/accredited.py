"""Whether a training was accredited on a day: for whoever cites it, such as a person's PE file."""

from datetime import date

from domain.schemes.lvv_accreditation.record.training_file import TrainingFile


def was_accredited(file: TrainingFile, day: date) -> bool:
    """Whether the training was accredited on this day, on which it was taken.

    A withdrawal or an expiry that came later does not undo the day; on the day of a withdrawal
    itself the right has ended (An.7(a): with immediate effect).
    """
    return file.accredited_on(day)

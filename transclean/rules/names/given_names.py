"""Given names common in the source languages and in English, to tell a surname in capitals from an acronym.

Not an authority on anybody's name: a closed list of frequent ones, without accents, from general knowledge. Names
that are also countries, cities or common words (Jordan, Chad, Paris, Will, Art) are left out on purpose.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from transclean.rules.tables import word_set

_MALE: Final = """
Aaron Abdallah Abdel Abdul Abdullah Abraham Adam Adolf Adrian Ahmad Ahmed Ahmet Akira Alain Alan Albert Alberto
Albrecht Aldo Alejandro Aleksandar Aleksander Aleksandr Alessandro Alex Alexander Alexandre Alexandros Alexei Alexey
Alexis Alfonso Alfred Alfredo Ali Alvaro Amadou Amir Anatoly Anders Andre Andrea Andreas Andrei Andres Andrew Andrey
Andrii Andriy Andrzej Andy Angel Angelo Anselm Anthony Antoine Anton Antonio Antonis Aram Armand Arnaud Arnold Arsen
Arthur Artur Arturo Augusto Aurelien Axel Aydin Barack Baris Bartosz Bashar Basile Bastian Ben Benedikt Benito
Benjamin Bernard Bernd Bernhard Bernie Bertrand Bob Bogdan Boris Borys Brahim Brian Bruce Bruno Burak Carl Carlo
Carlos Cemal Cengiz Charles Charlie Christian Christophe Christopher Claude Claudio Clement Colin Cristian Cristiano
Cyril Damien Daniel Daniele Danilo Danny Dario Dave David Davide Denis Dennis Denys Didier Diego Dieter Dimitri Dirk
Dmitri Dmitriy Dmitro Dmitry Dmytro Dominik Dominique Donald Douglas Duarte Eberhard Edgar Edouard Eduard Eduardo
Edward Edwin Ehud Eiji Emanuel Emanuele Emiliano Emilio Emmanuel Emmerson Emre Enrico Enrique Enzo Erdal Eric Erich
Erik Ernesto Ernst Erol Esteban Etienne Eugene Eugenio Evgeny Evo Fabian Fabien Fabio Fabrice Fabrizio Farid Fatih
Federico Felipe Felix Ferdinand Fernando Fidel Filip Filippo Florian Francesco Francis Francisco Franck Francois Frank
Frans Franz Fred Frederic Frederick Fredrik Friedrich Fritz Fumio Gabriel Gael Gaetano Gareth Gary Gaston Gavin
Gennady Geoffrey Georg George Georges Georgios Georgy Gerald Gerard Gerardo Gerhard Gheorghe Giacomo Gianni Gilbert
Gilles Giorgio Giovanni Giulio Giuseppe Goran Gordon Graham Greg Gregor Gregory Grigory Grzegorz Guido Guillaume
Guillermo Gunter Gunther Gustavo Guy Hakan Hans Harald Harold Harry Haruki Hasan Hassan Hector Heiko Heinrich Heinz
Helmut Hendrik Henri Henrik Henrique Henry Herbert Hermann Hernan Hideki Hideo Hiroshi Horst Hubert Hugo Hussein
Huseyin Ian Ibrahim Ignacio Igor Ihor Ilham Ilya Imran Ioannis Ion Isaac Ismail Ivan Jack Jacob Jacques Jair Jakob
Jakub James Jamie Jan Janos Janusz Jaroslaw Jason Javier Jean Jeff Jeffrey Jeremy Jerome Jerzy Jesus Jim Jimmy Jiro
Joachim Joao Joaquin Joe Joel Johan Johann Johannes John Jonas Jonathan Joost Jordi Jorge Jose Josef Joseph Joshua
Juan Jules Julian Julien Julio Jun Junichiro Jurgen Justin Justinas Kamil Karim Karl Karol Kazimierz Kazuo Keir Keith
Kemal Ken Kenji Kenneth Kerem Kevin Kim Kirill Klaus Koichi Kofi Konrad Konstantin Kostas Krzysztof Kurt Lars Laurent
Lech Lee Leon Leonardo Leonid Leopold Levent Lionel Lorenzo Louis Luc Luca Lucas Luciano Ludovic Ludwig Luigi Luis
Luiz Lukas Lukasz Mahmoud Maksim Maksym Manfred Manolis Manuel Marc Marcel Marcello Marcelo Marcin Marco Marcos Marek
Mario Mariusz Mark Marko Markus Martin Massimo Mateo Mateusz Mathieu Matteo Matthew Matthias Matthieu Maurice Mauricio
Maurizio Max Maxim Maxime Maximilian Mehmet Mert Michael Michal Michel Michele Miguel Mihail Mike Mikhail Mikola Milan
Milos Miroslav Mohamed Mohammad Mohammed Moritz Moussa Muhammad Muhammet Murat Mustafa Mykhailo Mykola Najib Nelson
Neil Nicholas Nick Nicola Nicolas Niels Nigel Nikita Nikola Nikolai Nikolaos Nikolaus Nikolay Nils Norbert Noriyuki
Nuno Oleg Oleh Oleksandr Oleksii Oleksiy Oliver Olivier Omar Omer Onur Orhan Oscar Oskar Osman Otto Ozan Pablo Paolo
Pascal Patrice Patrick Paul Paulo Pavel Pavlo Pawel Pedro Per Peter Petr Petro Philip Philipp Philippe Pierre Pieter
Pietro Piotr Rafael Rafal Rainer Ralf Ramon Raphael Rashid Raul Raymond Recep Remi Renato Rene Ricardo Riccardo
Richard Rick Rishi Rob Robert Roberto Robin Rodolfo Rodrigo Roger Roland Rolf Romain Roman Romano Ronald Ruben Rudolf
Rui Ruslan Russell Ryan Ryo Salvador Salvatore Sam Samir Samuel Sandro Satoshi Scott Sebastian Sebastien Sedat Selim
Serdar Serge Sergei Sergej Sergey Sergii Sergio Serhii Serhiy Shaun Shigeru Shinji Shinzo Shohei Sigmar Silvio Simon
Slobodan Slawomir Stanislav Stanislaw Stefan Stefano Stephan Stephane Stephen Steve Steven Stuart Suleyman Svyatoslav
Sylvain Tadeusz Takashi Takeshi Tarik Tariq Taro Tayyip Ted Teodor Thabo Thierry Thomas Thorsten Tim Timothy Tobias
Tom Tomas Tomasz Tommaso Tony Toshiro Trevor Tsutomu Turgut Udo Ulrich Umberto Umit Uwe Vadim Valentin Valery Vasily
Vasyl Viacheslav Victor Vikenti Viktor Vincent Vincenzo Vitali Vitaliy Vitaly Vittorio Vlad Vladimir Vladislav Volker
Volodymyr Vyacheslav Waldemar Walter Werner Wilhelm William Willy Winston Wim Wladyslaw Wojciech Wolfgang Xavier Yann
Yannick Yaroslav Yasser Yevgeny Yoshihide Yuri Yuriy Yusuf Yves Zbigniew Zeki Zoran
"""

_FEMALE: Final = """
Adela Adriana Agata Agnes Agnieszka Aicha Aigul Aiko Akiko Alba Aleksandra Alessandra Alexandra Alice Alicia Alina
Aline Alla Alma Amanda Amelia Amelie Amina Amira Amy Ana Anais Anastasia Anastasiia Andrea Angela Angelika Angelina
Anita Anja Ann Anna Annalena Anne Annette Annick Annie Antonella Antonia Asli Astrid Audrey Aurelie Aurore Ayse Ayumi
Barbara Beata Beate Beatrice Beatriz Benedicte Bernadette Berta Bianca Birgit Blanca Brigitte Camila Camille Carla
Carmen Carola Carole Caroline Catalina Caterina Catherine Cecile Cecilia Celine Chantal Charlotte Chiara Chiyo Chloe
Christa Christel Christiane Christina Christine Cindy Clara Clare Claire Claudia Claudine Clemence Colette Concepcion
Corinne Cornelia Cristina Dana Daniela Danielle Danuta Daria Deborah Delphine Diana Diane Dilma Dolores Donatella
Dorothea Dorothy Dunja Dominika Edith Eleanor Elena Eleni Eleonora Elif Elisa Elisabeth Elise Elizabeth Elke Ella
Ellen Elsa Elvira Emilia Emilie Emily Emine Emma Erika Ermine Estelle Esther Eugenia Eva Evelyn Ewa Fatima Fatma
Federica Fernanda Filiz Francesca Francine Francoise Franziska Gabriela Gabriele Gabriella Genevieve Gerda Ghislaine
Gisela Gisele Giorgia Giovanna Giulia Gloria Grazyna Greta Gudrun Halina Hanna Hannah Hannelore Hatice Heather Heidi
Heike Helen Helena Helene Helga Hilary Hillary Hiroko Ilaria Ilse Imelda Ines Inga Inge Ingeborg Ingrid Inna Irena
Irene Irina Iryna Isabel Isabella Isabelle Ivana Iwona Jacqueline Jadwiga Jana Jane Janet Janina Janine Jeanne
Jennifer Jessica Jill Joan Joana Joanna Josefina Josephine Judith Julia Juliana Julie Juliette Justyna Karen Karin
Karina Karine Katarina Katarzyna Kate Katerina Katharina Katherine Kathleen Kathrin Kathy Katja Katrin Kazuko Keiko
Kirsten Kristina Krystyna Kyoko Larissa Larysa Laura Laure Laurence Laurie Lea Leila Lena Leonor Lidia Liliana Lina
Linda Lisa Liudmyla Liz Ljudmila Lola Lorena Louise Lourdes Lucia Lucie Lucy Ludmila Luisa Luz Lydia Lyudmila
Madeleine Magda Magdalena Maja Malgorzata Manon Manuela Mar Margaret Margarita Margarete Margot Marguerite Maria
Mariana Marianne Marie Mariko Marina Marine Marion Marisa Marlene Marta Martha Marthe Martina Martine Mary Maryam
Mathilde Maud Mayumi Megan Melania Melanie Melek Mercedes Merve Michelle Michiko Mihaela Milena Mina Miriam Mirjam
Monica Monika Monique Myriam Nadezhda Nadia Nadine Nancy Naoko Natalia Natalie Nataliia Nataliya Natasha Nathalie
Nicole Nina Noemi Nora Nuria Odile Oksana Olena Olga Olha Olivia Ornella Ozlem Pamela Paola Patricia Paula Paulina
Pauline Petra Pilar Raffaella Rachel Rachida Raquel Rebecca Regina Regine Renata Renate Rita Roberta Rocio Rosa
Rosalia Rosario Rose Rosemary Roxana Ruth Sabina Sabine Sabrina Samantha Samira Sandra Sandrine Sanna Sara Sarah Selin
Sevgi Severine Shirley Sigrid Silvia Simone Simonetta Sofia Sofie Solange Soledad Sonia Sonja Sophia Sophie Stefania
Stefanie Stephanie Susan Susana Susanna Susanne Suzanne Svenja Svetlana Svitlana Sylvia Sylvie Tamara Tania Tanja
Tatiana Tatjana Tatyana Tereza Teresa Thea Theresa Therese Tomoko Ulla Ulrike Ursula Valentina Valeria Valerie Vanessa
Vera Verena Veronica Veronika Veronique Viktoria Viktoriia Violeta Virginie Viviane Vivien Wanda Weronika Wiebke Xenia
Yael Yasmin Yasmina Yelena Yoko Yolanda Yuko Yulia Yuliia Yvette Yvonne Zdenka Zeynep Zofia Zuzana
"""


def unaccented(word: str) -> str:
    """`word` without accents: `José` -> `Jose`, `Łukasz` -> `Lukasz`, `Ayşe` -> `Ayse`."""
    plain = unicodedata.normalize("NFD", word.translate(_STROKED))
    return "".join(c for c in plain if not unicodedata.combining(c))


_STROKED = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"})


@lru_cache(maxsize=1)
def male_names() -> frozenset[str]:
    return word_set(_MALE)


@lru_cache(maxsize=1)
def female_names() -> frozenset[str]:
    return word_set(_FEMALE)


def is_given_name(word: str) -> bool:
    """Whether `word`, or its first part (`Jean-Luc`), is a common given name."""
    first = unaccented(word).split("-")[0]
    return first in male_names() or first in female_names()


def gender_of(word: str) -> str | None:
    """`m` or `f` by the given name `word`; None if unknown or both (Andrea, Dominique)."""
    first = unaccented(word).split("-")[0]
    male, female = first in male_names(), first in female_names()
    if male == female:
        return None
    return "m" if male else "f"

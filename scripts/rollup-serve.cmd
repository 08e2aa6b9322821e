@echo off
rem Starts the page on which returns are added up without typing; closing this window ends it.
rem Tried under Wine only: tell us what fails on Windows.
call "%~dp0rollup.cmd" serve %*
if errorlevel 1 pause
